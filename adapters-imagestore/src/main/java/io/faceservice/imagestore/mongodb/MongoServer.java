package io.faceservice.imagestore.mongodb;

import java.time.Duration;

/**
 * Where a deployment is, and how it is spoken to.
 *
 * @param uri a MongoDB connection string; options of it that this store does not set itself count
 * @param login who logs in, or {@link Login#BY_URI}
 * @param authorities path of a PEM file with the certificates to trust, in which case the
 *     connection is encrypted; empty for those that the JDK trusts
 * @param timeout the longest that a call of the store waits for the deployment, all in all
 */
public record MongoServer(String uri, Login login, String authorities, Duration timeout) {

  /**
   * A user and a password.
   *
   * @param user empty if the connection string says who logs in, or nobody has to
   */
  public record Login(String user, String password) {
    /** As the connection string says. */
    public static final Login BY_URI = new Login("", "");

    @Override
    public String toString() {
      return "Login[" + user + "]";
    }
  }

  /** Says neither the password nor the connection string, which may hold one. */
  @Override
  public String toString() {
    return "MongoServer[" + login + "]";
  }
}
