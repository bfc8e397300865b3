package io.faceservice.imagestore.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceservice.application.port.BackendException.Kind;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GroupCommitTest {
  private static final String INSERT = "INSERT INTO note VALUES (?)";

  @TempDir private Path directory;
  private final AtomicInteger erasures = new AtomicInteger();
  private final List<AutoCloseable> open = new ArrayList<>();

  @BeforeEach
  void makeTable() throws SQLException {
    try (Session session = connect()) {
      session.script("PRAGMA journal_mode = WAL; CREATE TABLE note (text TEXT NOT NULL UNIQUE)");
    }
  }

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  private Session connect() throws SQLException {
    Session session = new Session(DriverManager.getConnection("jdbc:sqlite:" + file()));
    open.add(session);
    return session;
  }

  private Path file() {
    return directory.resolve("notes.db");
  }

  private GroupCommit writer(Session session) {
    GroupCommit writer = new GroupCommit(session, s -> erasures.incrementAndGet());
    open.add(writer);
    return writer;
  }

  private List<String> notes() throws SQLException {
    try (Session session = connect()) {
      return session.list("SELECT text FROM note ORDER BY text", row -> row.getString(1));
    }
  }

  /** Lets changes come in while the writer is busy with an earlier one, and waits for all. */
  private static List<FutureTask<Integer>> together(GroupCommit writer, List<String> notes)
      throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Thread first =
        Thread.ofPlatform().start(task(() -> writer.write(session -> waitFor(busy, go))));
    busy.await();
    List<FutureTask<Integer>> tasks =
        notes.stream()
            .map(note -> task(() -> writer.writeAndErase(s -> s.execute(INSERT, note))))
            .toList();
    for (FutureTask<Integer> task : tasks) {
      Thread thread = Thread.ofPlatform().start(task);
      while (thread.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
    }
    go.countDown();
    first.join();
    for (FutureTask<Integer> task : tasks) {
      while (!task.isDone()) {
        Thread.onSpinWait();
      }
    }
    return tasks;
  }

  private static FutureTask<Integer> task(Callable<Integer> call) {
    return new FutureTask<>(call);
  }

  private static int waitFor(CountDownLatch busy, CountDownLatch go) throws SQLException {
    busy.countDown();
    try {
      go.await();
    } catch (InterruptedException e) {
      throw new SQLException(e);
    }
    return 0;
  }

  @Test
  void returnsWhatTheChangeReturnsAndOthersSeeItAtOnce() throws SQLException {
    GroupCommit writer = writer(connect());
    assertThat(writer.<Integer>write(session -> session.execute(INSERT, "a"))).isEqualTo(1);
    assertThat(notes()).containsExactly("a");
  }

  @Test
  void changesThatComeTogetherShareOneTransaction() throws Exception {
    List<String> twenty = Stream.iterate("n", n -> n + "n").limit(20).toList();
    together(writer(connect()), twenty);
    assertThat(notes()).isEqualTo(twenty);
    assertThat(erasures).hasValue(1);
  }

  @Test
  void aChangeThatFailsTakesNoOtherWithIt() throws Exception {
    var tasks = together(writer(connect()), List.of("a", "b", "a", "c"));
    assertThat(notes()).containsExactly("a", "b", "c");
    assertThat(tasks).filteredOn(task -> task.state() == FutureTask.State.FAILED).hasSize(1);
  }

  @Test
  void leavesNothingOfAChangeThatFailsHalfWay() throws SQLException {
    GroupCommit writer = writer(connect());
    assertThatThrownBy(
            () ->
                writer.write(
                    session -> {
                      session.execute(INSERT, "half");
                      throw new IllegalStateException("the other half");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(notes()).isEmpty();
    writer.write(session -> session.execute(INSERT, "next"));
    assertThat(notes()).containsExactly("next");
  }

  @Test
  void aFullDiskIsUnavailableAndWritesGoOnOnceThereIsRoom() throws SQLException {
    Session session = connect();
    session.script("PRAGMA max_page_count = 10");
    GroupCommit writer = writer(session);
    assertThatThrownBy(() -> writer.write(s -> s.execute(INSERT, "x".repeat(1_000_000))))
        .isInstanceOfSatisfying(
            SQLException.class,
            e ->
                assertThat(SqliteFailures.of(file(), e))
                    .hasMessageContaining("no room left")
                    .returns(Kind.UNAVAILABLE, failure -> failure.kind()));
    writer.write(s -> s.execute(INSERT, "small"));
    assertThat(notes()).containsExactly("small");
  }
}
