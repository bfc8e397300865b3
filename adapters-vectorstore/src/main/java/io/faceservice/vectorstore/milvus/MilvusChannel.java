package io.faceservice.vectorstore.milvus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.milvus.shaded.io.grpc.CallOptions;
import io.milvus.shaded.io.grpc.Channel;
import io.milvus.shaded.io.grpc.ClientCall;
import io.milvus.shaded.io.grpc.ClientInterceptor;
import io.milvus.shaded.io.grpc.ManagedChannel;
import io.milvus.shaded.io.grpc.Metadata;
import io.milvus.shaded.io.grpc.MethodDescriptor;
import io.milvus.shaded.io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.milvus.shaded.io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.milvus.shaded.io.grpc.netty.shaded.io.netty.channel.ChannelOption;
import io.milvus.shaded.io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.milvus.shaded.io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLException;

/**
 * A connection to Milvus on which every call has a deadline. The client library would make its own,
 * which waits for an absent server instead of failing, and repeats by itself.
 */
final class MilvusChannel {
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private MilvusChannel() {}

  /** Connects when it is first asked. */
  static ManagedChannel to(MilvusServer server) {
    int connect = (int) Math.min(Integer.MAX_VALUE, server.patience().connect().toMillis());
    var builder =
        NettyChannelBuilder.forAddress(server.host(), server.port())
            .withOption(ChannelOption.CONNECT_TIMEOUT_MILLIS, connect)
            .maxInboundMessageSize(Integer.MAX_VALUE)
            .disableRetry()
            .intercept(new Deadline(server.patience().call()));
    server.token().ifPresent(token -> builder.intercept(authorization(token)));
    return encrypt(builder, server).build();
  }

  private static ClientInterceptor authorization(String token) {
    var headers = new Metadata();
    headers.put(AUTHORIZATION, Base64.getEncoder().encodeToString(token.getBytes(UTF_8)));
    return MetadataUtils.newAttachHeadersInterceptor(headers);
  }

  private static NettyChannelBuilder encrypt(NettyChannelBuilder builder, MilvusServer server) {
    if (!server.secure()) {
      return builder.usePlaintext();
    }
    try {
      SslContextBuilder context = GrpcSslContexts.forClient();
      server.authorities().ifPresent(file -> context.trustManager(file.toFile()));
      return builder.sslContext(context.build());
    } catch (SSLException | IllegalArgumentException e) {
      throw MilvusFailures.authorities(server, e);
    }
  }

  /** Ends each call in time. */
  private record Deadline(Duration patience) implements ClientInterceptor {
    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(
        MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
      return next.newCall(method, options.withDeadlineAfter(patience.toMillis(), MILLISECONDS));
    }
  }
}
