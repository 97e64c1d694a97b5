package io.cairn.standalone;

import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Roles and the database, made when they are not there. */
final class Bootstrap {
    private Bootstrap() {}

    interface Passwords {
        String of(String role) throws IOException;
    }

    static void run(DataSource superuser, String database, Passwords passwords) throws SQLException, IOException {
        // to be joined with the event store's bootstrap
    }
}
