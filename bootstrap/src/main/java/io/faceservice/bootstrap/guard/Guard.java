package io.faceservice.bootstrap.guard;

import java.util.function.Supplier;

/** Stands between a caller and a back end. Safe for use by many threads. */
public interface Guard {
  /** Lets everything through: for back ends in this process. */
  Guard NONE =
      new Guard() {
        @Override
        public <T> T once(Supplier<T> call) {
          return call.get();
        }

        @Override
        public <T> T again(Supplier<T> call) {
          return call.get();
        }
      };

  /** Makes a call that must not be repeated. */
  <T> T once(Supplier<T> call);

  /** Makes a call that does the same when it is repeated. */
  <T> T again(Supplier<T> call);
}
