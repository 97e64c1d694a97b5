package io.cairn.bench.reports;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Connections on which what a report asks of the database can be heard, to be asked again without the report. */
final class Heard extends DelegatingDataSource {
    private volatile @Nullable List<Asked> ears;

    Heard(DataSource target) {
        super(target);
    }

    /** One statement with its parameters. */
    record Asked(String sql, List<Parameter> parameters) {
        record Parameter(int place, @Nullable Object value) {}

        /** Whether it is a report's own, and not of those that let the request in or begin and end a transaction. */
        boolean ofReport() {
            return !sql.contains("platform.");
        }
    }

    /** What is asked while that goes on, by whomever. */
    List<Asked> during(Runnable request) {
        var heard = new ArrayList<Asked>();
        ears = heard;
        try {
            request.run();
        } finally {
            ears = null;
        }
        return heard.stream().filter(Asked::ofReport).toList();
    }

    @Override
    public Connection getConnection() throws java.sql.SQLException {
        var connection = super.getConnection();
        var hears = ears;
        return hears == null ? connection : listening(connection, hears);
    }

    private static Connection listening(Connection connection, List<Asked> heard) {
        return (Connection) Proxy.newProxyInstance(
                Heard.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    var result = call(connection, method, arguments);
                    return result instanceof PreparedStatement statement
                            ? listening(statement, (String) arguments[0], heard)
                            : result;
                });
    }

    private static PreparedStatement listening(PreparedStatement statement, String sql, List<Asked> heard) {
        var parameters = new ArrayList<Asked.Parameter>();
        return (PreparedStatement) Proxy.newProxyInstance(
                Heard.class.getClassLoader(), new Class<?>[] {PreparedStatement.class}, (proxy, method, arguments) -> {
                    var name = method.getName();
                    if (name.startsWith("set")
                            && arguments != null
                            && arguments.length >= 2
                            && arguments[0] instanceof Integer place)
                        parameters.add(new Asked.Parameter(place, name.equals("setNull") ? null : arguments[1]));
                    if (name.startsWith("execute"))
                        synchronized (heard) {
                            heard.add(new Asked(sql, List.copyOf(parameters)));
                        }
                    return call(statement, method, arguments);
                });
    }

    private static @Nullable Object call(Object target, java.lang.reflect.Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
