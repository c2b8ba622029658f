package io.chaoschapters.subjects.tikv.pd;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chaoschapters.http.BoundedBody;
import io.chaoschapters.http.TimedHttp;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.math.BigInteger;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A client of PD's HTTP API, version 1.
 *
 * <p>Every future ends within the time-out, from connecting to the last byte, and ends
 * exceptionally with a {@link PdException} only. Fields and states that PD may add are ignored.
 *
 * @see <a href="https://github.com/tikv/pd/tree/v8.5.0/server/api">PD's handlers</a>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class PdClient {
  /** PD answers when it is through, and tries again meanwhile. */
  private static final Duration SPLIT_WITHIN = Duration.ofSeconds(15);

  private static final String API_PATH = "/pd/api/v1";
  private static final int LARGEST_ANSWER = 16 << 20;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ACCEPTABLE = 406;
  private static final String NO_CLUSTER = "(*RaftCluster)";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final HttpClient http;
  private final URI pd;
  private final Duration timeout;

  /**
   * Makes a client.
   *
   * @param pd such as {@code http://127.0.0.1:2379}
   * @param timeout for each call as a whole
   */
  public PdClient(HttpClient http, URI pd, Duration timeout) {
    this.http = http;
    this.pd = pd;
    this.timeout = timeout;
  }

  /** All stores but those that are gone for good, in no particular order. */
  public CompletableFuture<List<PdStore>> stores() {
    return get(
        "/stores",
        new TypeReference<Wire.Stores>() {},
        answer -> Wire.orEmpty(answer.stores()).stream().map(Wire.Store::read).toList());
  }

  /** One store. */
  public CompletableFuture<PdStore> store(BigInteger id) {
    return get("/store/" + id, new TypeReference<Wire.Store>() {}, Wire.Store::read);
  }

  /** All regions. */
  public CompletableFuture<List<PdRegion>> regions() {
    return regions("/regions");
  }

  /**
   * The regions that PD finds wanting.
   *
   * @param check {@code miss-peer}, {@code down-peer}, {@code pending-peer}, {@code extra-peer},
   *     {@code offline-peer}, {@code learner-peer} and so on
   */
  public CompletableFuture<List<PdRegion>> regionsWith(String check) {
    return regions("/regions/check/" + check);
  }

  private CompletableFuture<List<PdRegion>> regions(String path) {
    return get(
        path,
        new TypeReference<Wire.Regions>() {},
        answer -> Wire.orEmpty(answer.regions()).stream().map(Wire.Region::read).toList());
  }

  /** Whether each member of the PD cluster is well. */
  public CompletableFuture<List<PdMemberHealth>> health() {
    return get(
        "/health",
        new TypeReference<List<Wire.Member>>() {},
        members -> members.stream().map(Wire.Member::readHealth).toList());
  }

  /** The members of the PD cluster and their leader. */
  public CompletableFuture<PdMembers> members() {
    return get("/members", new TypeReference<Wire.Members>() {}, Wire.Members::read);
  }

  /** Whether stores have begun a cluster. */
  public CompletableFuture<PdClusterStatus> clusterStatus() {
    return get(
        "/cluster/status", new TypeReference<Wire.ClusterStatus>() {}, Wire.ClusterStatus::read);
  }

  /** Which PD it is. */
  public CompletableFuture<Build> build() {
    return get("/status", new TypeReference<Wire.Version>() {}, Wire.Version::read);
  }

  /** What PD calls its version. */
  public CompletableFuture<String> version() {
    return build().thenApply(Build::version);
  }

  /** The names of what schedules leaders and regions. */
  public CompletableFuture<List<String>> schedulers() {
    return get("/schedulers", new TypeReference<List<String>>() {}, List::copyOf);
  }

  /** Orders all leaders away from a store, until {@link #stopEvictingLeaders}. */
  public CompletableFuture<Void> evictLeaders(BigInteger storeId) {
    return post("/schedulers", Map.of("name", "evict-leader-scheduler", "store_id", storeId));
  }

  /** Lets a store lead again; {@link PdException.Reason#NOT_FOUND} when it may already. */
  public CompletableFuture<Void> stopEvictingLeaders(BigInteger storeId) {
    return removeScheduler("evict-leader-scheduler-" + storeId);
  }

  /** Ends a scheduler; {@link PdException.Reason#NOT_FOUND} when there is none of the name. */
  public CompletableFuture<Void> removeScheduler(String name) {
    return send(request("/schedulers/" + name).DELETE()).thenApply(body -> null);
  }

  /** Orders a region's leader to a store. */
  public CompletableFuture<Void> transferLeader(BigInteger regionId, BigInteger toStoreId) {
    return post(
        "/operators",
        Map.of("name", "transfer-leader", "region_id", regionId, "to_store_id", toStoreId));
  }

  /**
   * Splits regions at keys, each in hexadecimal.
   *
   * @param retryLimit how often PD tries again
   */
  public CompletableFuture<Void> splitRegions(List<String> keys, int retryLimit) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("split_keys", keys);
    body.put("retry_limit", retryLimit);
    return post("/regions/split", body, SPLIT_WITHIN);
  }

  private CompletableFuture<Void> post(String path, Map<String, ?> body) {
    return post(path, body, timeout);
  }

  private CompletableFuture<Void> post(String path, Map<String, ?> body, Duration within) {
    try {
      return send(
              request(path)
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))),
              within)
          .thenApply(answer -> null);
    } catch (IOException e) {
      throw new IllegalArgumentException("Cannot be written as JSON: " + body, e);
    }
  }

  private interface Reader<W, T> {
    T read(W answer);
  }

  private <W, T> CompletableFuture<T> get(String path, TypeReference<W> type, Reader<W, T> reader) {
    return send(request(path).GET())
        .thenApply(
            body -> {
              try {
                return reader.read(JSON.readValue(body, type));
              } catch (IOException | NullPointerException | DateTimeException e) {
                throw new PdException(
                    PdException.Reason.UNREADABLE,
                    RootLocale.format(
                        "What %s answered to %s is not PD's API: %s",
                        pd, path, firstLine(Failure.words(e))),
                    e);
              }
            });
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(pd.resolve(API_PATH + path));
  }

  private CompletableFuture<byte[]> send(HttpRequest.Builder builder) {
    return send(builder, timeout);
  }

  private CompletableFuture<byte[]> send(HttpRequest.Builder builder, Duration within) {
    HttpRequest request = builder.timeout(within).build();
    return TimedHttp.send(http, request, BoundedBody.upTo(LARGEST_ANSWER), within)
        .handle(
            (response, failure) -> {
              if (response == null) {
                throw failed(request.uri().getPath(), within, failure);
              }
              return body(request.uri().getPath(), response);
            });
  }

  private byte[] body(String path, HttpResponse<byte[]> response) {
    if (response.statusCode() / 100 == 2) {
      return response.body();
    }
    String text = new String(response.body(), StandardCharsets.UTF_8).strip();
    PdException.Reason reason = PdException.Reason.UNAVAILABLE;
    if (text.contains("ErrNotBootstrapped") || isTooEarly(response.statusCode(), text)) {
      throw new PdException(
          PdException.Reason.NOT_BOOTSTRAPPED,
          RootLocale.format(
              "%s cannot answer %s yet, because no store has begun a cluster (it answered %d: %s)",
              pd, path, response.statusCode(), firstLine(text)));
    } else if (response.statusCode() == FORBIDDEN) {
      reason = PdException.Reason.FORBIDDEN;
    } else if (response.statusCode() == NOT_FOUND) {
      reason = PdException.Reason.NOT_FOUND;
    }
    throw new PdException(
        reason,
        RootLocale.format(
            "%s answered %d to %s: %s", pd, response.statusCode(), path, firstLine(text)));
  }

  /** What PD v8.5 does with orders before there is a cluster: some end in a stack trace of Go. */
  private static boolean isTooEarly(int status, String text) {
    return status == NOT_ACCEPTABLE || text.startsWith("PANIC: ") && text.contains(NO_CLUSTER);
  }

  private PdException failed(String path, Duration within, @Nullable Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof ConnectException) {
      return new PdException(PdException.Reason.REFUSED, pd + " refuses connections", cause);
    }
    if (cause instanceof TimeoutException || cause instanceof java.net.http.HttpTimeoutException) {
      return new PdException(
          PdException.Reason.TOO_SLOW,
          RootLocale.format("%s did not answer %s within %d ms", pd, path, within.toMillis()),
          cause);
    }
    // A connection that breaks off says nothing of what would have been answered.
    return new PdException(
        PdException.Reason.UNAVAILABLE,
        RootLocale.format(
            "the exchange with %s about %s failed: %s",
            pd, path, cause == null ? "" : firstLine(Failure.words(cause))),
        cause == null ? new IOException("no answer") : cause);
  }

  private static String firstLine(@Nullable String text) {
    String line = String.valueOf(text).lines().findFirst().orElse("").replaceAll("\\p{Cc}", " ");
    return line.length() <= 200 ? line : line.substring(0, 200) + "…";
  }
}
