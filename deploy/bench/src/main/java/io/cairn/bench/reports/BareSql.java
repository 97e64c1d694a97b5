package io.cairn.bench.reports;

import io.cairn.bench.reports.Heard.Asked;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import javax.sql.DataSource;

/** What a report asks of the database, and no more: the same statements in one transaction, every column read. */
record BareSql(DataSource app, List<List<Asked>> requests) {
    void run(int number) throws SQLException {
        try (var connection = app.getConnection()) {
            connection.setAutoCommit(false);
            for (var asked : requests.get(number % requests.size())) run(asked, connection);
            connection.commit();
        }
    }

    private static void run(Asked asked, Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(asked.sql())) {
            for (var parameter : asked.parameters())
                if (parameter.value() == null) statement.setNull(parameter.place(), Types.NULL);
                else statement.setObject(parameter.place(), parameter.value());
            var rows = statement.execute();
            while (rows || statement.getUpdateCount() != -1) {
                if (rows) read(statement);
                rows = statement.getMoreResults();
            }
        }
    }

    private static void read(PreparedStatement statement) throws SQLException {
        try (var rows = statement.getResultSet()) {
            var columns = rows.getMetaData().getColumnCount();
            while (rows.next()) for (var column = 1; column <= columns; column++) rows.getObject(column);
        }
    }
}
