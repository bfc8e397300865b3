package io.faceservice.inference.tfserving;

import io.grpc.ChannelCredentials;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The connection, or connections, to the servers; made at the first call. */
final class ServingChannel {
  /** How often one call is tried at most. Predicting twice does no harm. */
  private static final double ATTEMPTS = 3;

  private ServingChannel() {}

  static ManagedChannel open(ServingOptions options) {
    String target = options.target();
    NettyChannelBuilder builder;
    if (StaticAddresses.isList(target)) {
      builder =
          NettyChannelBuilder.forTarget(StaticAddresses.SCHEME + ":///", credentials(options))
              .nameResolverFactory(new StaticAddresses(target));
    } else {
      builder = NettyChannelBuilder.forTarget(target, credentials(options));
    }
    return builder
        .maxInboundMessageSize(options.maxMessageBytes())
        .keepAliveTime(options.keepAlive().toMillis(), TimeUnit.MILLISECONDS)
        .defaultServiceConfig(serviceConfig())
        .disableServiceConfigLookUp()
        .enableRetry()
        .build();
  }

  private static ChannelCredentials credentials(ServingOptions options) {
    if (!options.tls()) {
      return InsecureChannelCredentials.create();
    }
    if (options.trusted().isEmpty()) {
      return TlsChannelCredentials.create();
    }
    try {
      return TlsChannelCredentials.newBuilder()
          .trustManager(Path.of(options.trusted()).toFile())
          .build();
    } catch (IOException e) {
      throw new IllegalArgumentException(options.trusted() + " cannot be read", e);
    }
  }

  private static Map<String, Object> serviceConfig() {
    return Map.of(
        "loadBalancingConfig", List.of(Map.of("round_robin", Map.of())),
        "methodConfig",
            List.of(
                Map.of(
                    "name", List.of(Map.of()),
                    "retryPolicy",
                        Map.of(
                            "maxAttempts",
                            ATTEMPTS,
                            "initialBackoff",
                            "0.05s",
                            "maxBackoff",
                            "1s",
                            "backoffMultiplier",
                            2.0,
                            "retryableStatusCodes",
                            List.of("UNAVAILABLE")))));
  }
}
