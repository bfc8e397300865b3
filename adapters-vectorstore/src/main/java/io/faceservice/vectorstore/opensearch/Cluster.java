package io.faceservice.vectorstore.opensearch;

import io.faceservice.vectorstore.opensearch.OpenSearchSettings.Login;
import io.faceservice.vectorstore.opensearch.OpenSearchSettings.Patience;
import io.faceservice.vectorstore.opensearch.OpenSearchSettings.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5Options;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5Transport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

/**
 * The connections to a cluster's nodes, made when they are first needed. A node that fails is left
 * out for a while as long as another one answers.
 */
final class Cluster implements AutoCloseable {
  /** Connections to one node, which are as many calls as can wait for it at once. */
  private static final int CONNECTIONS = 64;

  private final ApacheHttpClient5Transport transport;
  private final OpenSearchGenericClient calls;
  private final OpenSearchGenericClient upkeep;
  private final Patience patience;

  Cluster(Server server, Patience patience) {
    this.transport = transport(server, patience);
    this.calls = client(patience.call());
    this.upkeep = client(patience.upkeep());
    this.patience = patience;
  }

  /** For one search, enrolment or removal, whose time begins now. */
  Rest call() {
    return new Rest(calls, patience.call());
  }

  /** For what takes longer, and begins now. */
  Rest upkeep() {
    return new Rest(upkeep, patience.upkeep());
  }

  private OpenSearchGenericClient client(Duration patience) {
    var timeout = Timeout.of(patience);
    var config =
        RequestConfig.custom()
            .setConnectionRequestTimeout(timeout)
            .setResponseTimeout(timeout)
            .build();
    var options = ApacheHttpClient5Options.DEFAULT.toBuilder().setRequestConfig(config).build();
    return new OpenSearchGenericClient(transport, options);
  }

  private static ApacheHttpClient5Transport transport(Server server, Patience patience) {
    HttpHost[] hosts = server.urls().stream().map(Cluster::host).toArray(HttpHost[]::new);
    var builder =
        ApacheHttpClient5TransportBuilder.builder(hosts)
            .setHttpClientConfigCallback(client -> customise(client, server, patience));
    String prefix = server.urls().getFirst().getPath();
    if (prefix.length() > 1) {
      builder.setPathPrefix(prefix);
    }
    server.login().ifPresent(login -> builder.setDefaultHeaders(new Header[] {basic(login)}));
    return builder.build();
  }

  private static HttpHost host(URI url) {
    return new HttpHost(url.getScheme(), url.getHost(), url.getPort());
  }

  private static HttpAsyncClientBuilder customise(
      HttpAsyncClientBuilder client, Server server, Patience patience) {
    var connection =
        ConnectionConfig.custom().setConnectTimeout(Timeout.of(patience.connect())).build();
    var manager =
        PoolingAsyncClientConnectionManagerBuilder.create()
            .setMaxConnPerRoute(CONNECTIONS)
            .setMaxConnTotal(CONNECTIONS * server.urls().size())
            .setDefaultConnectionConfig(connection);
    server
        .authority()
        .map(TrustedAuthority::context)
        .ifPresent(
            context ->
                manager.setTlsStrategy(
                    ClientTlsStrategyBuilder.create().setSslContext(context).buildAsync()));
    return client.setConnectionManager(manager.build());
  }

  /** Sent unasked, since a search engine that asks first would cost a second round trip. */
  private static Header basic(Login login) {
    byte[] both = (login.user() + ":" + login.password()).getBytes(StandardCharsets.UTF_8);
    return new BasicHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
