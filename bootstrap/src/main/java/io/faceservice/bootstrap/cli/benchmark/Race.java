package io.faceservice.bootstrap.cli.benchmark;

import io.faceservice.bootstrap.cli.progress.ProgressLine;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * Contestants that are asked in turn, round after round.
 *
 * @param contestants who takes part
 * @param warmUp how many requests each is asked before anything is counted
 * @param rounds how often each has its turn
 * @param requests how many are counted at a turn
 * @param clientCounts how many clients ask at once; each number has its turns
 */
record Race(
    List<Contestant> contestants,
    int warmUp,
    int rounds,
    int requests,
    List<Integer> clientCounts) {

  Race {
    contestants = List.copyOf(contestants);
    clientCounts = List.copyOf(clientCounts);
  }

  /** How many requests there will be, but for those that warm up each turn. */
  long length() {
    return (long) contestants.size() * (warmUp + (long) rounds * clientCounts.size() * requests);
  }

  void run(ProgressLine progress) throws InterruptedException, ExecutionException {
    long done = 0;
    for (Contestant contestant : contestants) {
      contestant.warmUp(warmUp);
      done += warmUp;
      progress.at(done, 0);
    }
    for (int round = 0; round < rounds; round++) {
      for (int clients : clientCounts) {
        for (Contestant contestant : contestants) {
          contestant.lap(requests, clients);
          done += requests;
          progress.at(done, 0);
        }
      }
    }
    progress.finish(done, 0);
  }
}
