package io.faceservice.bootstrap.config.legacy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the first generation said its search engine was. */
final class SearchEngineHosts {
  static final String KEY = "face.gallery.opensearch.url";

  private SearchEngineHosts() {}

  /** Hosts, in a list or separated by commas, as URLs; those without a scheme spoke plain HTTP. */
  static String urls(Object hosts) {
    Stream<?> each =
        hosts instanceof List<?> list ? list.stream() : Stream.of(hosts.toString().split(",", -1));
    return each.map(host -> host.toString().strip())
        .map(host -> host.contains("://") ? host : "http://" + host)
        .collect(Collectors.joining(","));
  }
}
