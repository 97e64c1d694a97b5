package io.cairn.eventstore.projection;

import io.cairn.eventstore.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where a batch's rows and token are written together. */
interface Transactor {
    <T> T run(Transactions.Work<T> work);

    /** Connections for what is a transaction by itself; null where everything is part of one. */
    default @Nullable DataSource alone() {
        return null;
    }

    /** In a transaction of its own. */
    static Transactor each(DataSource dataSource) {
        return new Transactor() {
            @Override
            public <T> T run(Transactions.Work<T> work) {
                return Transactions.run(dataSource, work);
            }

            @Override
            public DataSource alone() {
                return dataSource;
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
