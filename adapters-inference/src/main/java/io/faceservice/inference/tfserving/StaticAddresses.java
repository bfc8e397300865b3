package io.faceservice.inference.tfserving;

import io.grpc.EquivalentAddressGroup;
import io.grpc.NameResolver;
import io.grpc.StatusOr;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;

/** Several addresses that the operator lists, for want of a name that stands for all of them. */
final class StaticAddresses extends NameResolver.Factory {
  static final String SCHEME = "static";

  private final List<String> addresses;

  /**
   * @param words {@code host:port} with commas between them
   */
  StaticAddresses(String words) {
    this.addresses = Arrays.stream(words.split(",", -1)).map(String::strip).toList();
    addresses.forEach(StaticAddresses::parse);
  }

  static boolean isList(String target) {
    return target.indexOf(',') >= 0;
  }

  private static SocketAddress parse(String address) {
    int colon = address.lastIndexOf(':');
    try {
      int port = Integer.parseInt(address.substring(colon + 1));
      if (colon > 0) {
        return new InetSocketAddress(address.substring(0, colon), port);
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("\"" + address + "\" is no host:port", e);
    }
    throw new IllegalArgumentException("\"" + address + "\" is no host:port");
  }

  @Override
  public String getDefaultScheme() {
    return SCHEME;
  }

  @Override
  public NameResolver newNameResolver(URI target, NameResolver.Args arguments) {
    return new NameResolver() {
      @Override
      public String getServiceAuthority() {
        return addresses.getFirst();
      }

      @Override
      public void start(NameResolver.Listener2 listener) {
        List<EquivalentAddressGroup> groups =
            addresses.stream().map(a -> new EquivalentAddressGroup(parse(a))).toList();
        listener.onResult(
            ResolutionResult.newBuilder().setAddressesOrError(StatusOr.fromValue(groups)).build());
      }

      @Override
      public void refresh() {
        // Nothing to look up anew: the list is the list.
      }

      @Override
      public void shutdown() {}
    };
  }
}
