package io.lakebeam.pipelines.testing;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * An S3 server (S3Proxy) on a free port of loopback. Its objects live in memory, and it checks
 * signatures as S3 does. Its jar brings its own Guava, Jetty and Jackson, so a class loader apart
 * runs it; Maven puts the jar under {@code target/servers}.
 */
public final class S3Server implements AutoCloseable {
  private static final Path JAR = Path.of("target", "servers", "s3proxy.jar");
  private static final String KEY = "lakebeam";
  private static final String SECRET = "not-a-secret";
  private static final String REGION = "us-east-1";

  /** Keeps the server's own logging off the console. */
  private static final Map<String, String> LOGBACK =
      Map.of(
          "LOG_LEVEL", "error",
          "logback.statusListenerClass", "ch.qos.logback.core.status.NopStatusListener");

  private final URLClassLoader loader;
  private final S3Calls calls;
  private final Object blobStore;
  private final Object server;

  private S3Server(URLClassLoader loader) throws ReflectiveOperationException {
    this.loader = loader;
    calls = new S3Calls(newBlobStore());
    blobStore = calls.proxy(type("org.jclouds.blobstore.BlobStore"));
    server = newServer();
  }

  /** Starts a server that has these buckets, all empty. */
  public static S3Server start(String... buckets) {
    if (!Files.exists(JAR)) {
      throw new IllegalStateException(
          JAR.toAbsolutePath() + " is missing; mvn process-test-resources puts it there");
    }
    Thread thread = Thread.currentThread();
    ClassLoader previous = thread.getContextClassLoader();
    LOGBACK.forEach(System::setProperty);
    try {
      URLClassLoader loader =
          new URLClassLoader(new URL[] {JAR.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
      thread.setContextClassLoader(loader);
      S3Server started = new S3Server(loader);
      started.call(started.server, "org.gaul.s3proxy.S3Proxy", "start");
      for (String bucket : buckets) {
        started.createBucket(bucket);
      }
      return started;
    } catch (ReflectiveOperationException | IOException e) {
      throw new IllegalStateException("the S3 server did not start", e);
    } finally {
      LOGBACK.keySet().forEach(System::clearProperty);
      thread.setContextClassLoader(previous);
    }
  }

  public String endpoint() {
    try {
      return "http://127.0.0.1:" + call(server, "org.gaul.s3proxy.S3Proxy", "getPort");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is asked of this server, and how it answers. */
  public S3Calls calls() {
    return calls;
  }

  /** The pipeline options that reach this server, but for the credentials. */
  public List<String> options() {
    return List.of("--awsRegion=" + REGION, "--endpoint=" + endpoint());
  }

  /**
   * The credentials as a pipeline option, for use inside this process. A command of ours is given
   * {@link #environment()} instead, as on a real machine.
   */
  public String credentialsOption() {
    return credentialsOption(SECRET);
  }

  /** The same with another secret key, which the server must refuse. */
  public static String credentialsOption(String secret) {
    return "--awsCredentialsProvider={\"@type\":\"StaticCredentialsProvider\",\"accessKeyId\":\""
        + KEY
        + "\",\"secretAccessKey\":\""
        + secret
        + "\"}";
  }

  /** The credentials as environment variables, for processes. */
  public Map<String, String> environment() {
    return Map.of("AWS_ACCESS_KEY_ID", KEY, "AWS_SECRET_ACCESS_KEY", SECRET);
  }

  @Override
  public void close() throws Exception {
    call(server, "org.gaul.s3proxy.S3Proxy", "stop");
    loader.close();
  }

  private Object newBlobStore() throws ReflectiveOperationException {
    String builderClass = "org.jclouds.ContextBuilder";
    Object builder =
        type(builderClass).getMethod("newBuilder", String.class).invoke(null, "transient");
    type(builderClass)
        .getMethod("credentials", String.class, String.class)
        .invoke(builder, KEY, SECRET);
    Class<?> contextType = type("org.jclouds.blobstore.BlobStoreContext");
    Object context =
        type(builderClass).getMethod("build", Class.class).invoke(builder, contextType);
    return contextType.getMethod("getBlobStore").invoke(context);
  }

  private Object newServer() throws ReflectiveOperationException {
    Properties properties = new Properties();
    properties.setProperty("s3proxy.endpoint", "http://127.0.0.1:0");
    properties.setProperty("s3proxy.authorization", "aws-v2-or-v4");
    properties.setProperty("s3proxy.identity", KEY);
    properties.setProperty("s3proxy.credential", SECRET);
    // The AWS SDK sends headers that S3Proxy does not know and need not.
    properties.setProperty("s3proxy.ignore-unknown-headers", "true");
    Class<?> builderType = type("org.gaul.s3proxy.S3Proxy$Builder");
    Object builder =
        builderType.getMethod("fromProperties", Properties.class).invoke(null, properties);
    builderType
        .getMethod("blobStore", type("org.jclouds.blobstore.BlobStore"))
        .invoke(builder, blobStore);
    return builderType.getMethod("build").invoke(builder);
  }

  private void createBucket(String bucket) throws ReflectiveOperationException {
    type("org.jclouds.blobstore.BlobStore")
        .getMethod("createContainerInLocation", type("org.jclouds.domain.Location"), String.class)
        .invoke(blobStore, null, bucket);
  }

  private Object call(Object target, String type, String method)
      throws ReflectiveOperationException {
    return type(type).getMethod(method).invoke(target);
  }

  private Class<?> type(String name) throws ClassNotFoundException {
    return loader.loadClass(name);
  }
}
