package io.cairn.eventstore.projection;

import io.cairn.eventstore.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Where a batch's rows and token are written together. */
interface Transactor {
    <T> T run(Transactions.Work<T> work);

    /** In a transaction of its own. */
    static Transactor each(DataSource dataSource) {
        return new Transactor() {
            @Override
            public <T> T run(Transactions.Work<T> work) {
                return Transactions.run(dataSource, work);
            }
        };
    }

    /** In the transaction of the connection, of which nothing remains when the work fails. */
    static Transactor within(Connection connection) {
        return new Transactor() {
            @Override
            public <T> T run(Transactions.Work<T> work) {
                try {
                    var before = connection.setSavepoint();
                    try {
                        var result = work.on(connection);
                        connection.releaseSavepoint(before);
                        return result;
                    } catch (SQLException | RuntimeException | Error e) {
                        connection.rollback(before);
                        throw e;
                    }
                } catch (SQLException e) {
                    throw Transactions.translated(e);
                }
            }
        };
    }
}
