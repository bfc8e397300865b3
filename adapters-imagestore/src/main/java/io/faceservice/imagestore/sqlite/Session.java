package io.faceservice.imagestore.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One connection with the statements prepared on it. To be used by one thread at a time. */
final class Session implements AutoCloseable {

  /** Makes a value of the row that a result set stands on. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Some statements that belong together. */
  interface Work<T> {
    T with(Session session) throws SQLException;
  }

  /** What is done with a statement whose values are set. */
  private interface Execution<T> {
    T of(PreparedStatement statement) throws SQLException;
  }

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Session(Connection connection) {
    this.connection = connection;
  }

  /** Runs one statement without a result and returns how many rows it changed. */
  int execute(String sql, Object... values) throws SQLException {
    return run(sql, PreparedStatement::executeUpdate, values);
  }

  /** Runs a query and returns its rows. */
  <T> List<T> list(String sql, RowReader<T> reader, Object... values) throws SQLException {
    return run(
        sql,
        statement -> {
          List<T> rows = new ArrayList<>();
          try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
              rows.add(reader.read(result));
            }
          }
          return rows;
        },
        values);
  }

  /** Runs a query and returns its first row, or empty if there is none. */
  <T> Optional<T> first(String sql, RowReader<T> reader, Object... values) throws SQLException {
    return run(
        sql,
        statement -> {
          try (ResultSet result = statement.executeQuery()) {
            return result.next() ? Optional.of(reader.read(result)) : Optional.empty();
          }
        },
        values);
  }

  /** Runs a statement that always gives a row, and returns the number in its first column. */
  long number(String sql, Object... values) throws SQLException {
    return first(sql, row -> row.getLong(1), values)
        .orElseThrow(() -> new SQLException("no row came of: " + sql));
  }

  /** Runs several statements, written one after the other. */
  void script(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  /** Runs a prepared statement; one that fails is prepared anew, since the driver gives it up. */
  private <T> T run(String sql, Execution<T> execution, Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    try {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return execution.of(statement);
    } catch (SQLException e) {
      prepared.remove(sql);
      statement.close();
      throw e;
    }
  }

  /** Also closes all statements. */
  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
