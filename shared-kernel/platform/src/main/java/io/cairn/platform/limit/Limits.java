package io.cairn.platform.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.cairn.language.ActorId;
import io.cairn.language.TenantId;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Token buckets for whoever was seen lately. They are in the memory of this node and nowhere else, at most
 * {@link #REMEMBERED} of a kind; one that is full again is forgotten.
 */
public final class Limits {
    static final int REMEMBERED = 50_000;

    private record Principal(@Nullable TenantId tenant, ActorId actor) {}

    private final Rate perPrincipal;
    private final Rate perTenant;
    private final Rate perAddress;
    private final LoadingCache<Principal, Bucket> principals;
    private final LoadingCache<TenantId, Bucket> tenants;
    private final LoadingCache<String, Bucket> failures;

    public Limits(LimitProperties settings, TimeMeter time) {
        perPrincipal = settings.principal().rate();
        perTenant = settings.tenant().rate();
        perAddress = settings.failures().rate();
        principals = buckets(perPrincipal, time);
        tenants = buckets(perTenant, time);
        failures = buckets(perAddress, time);
    }

    private static <K> LoadingCache<K, Bucket> buckets(Rate rate, TimeMeter time) {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(rate.whole().plusSeconds(1))
                .ticker(time::currentTimeNanos)
                .build(who -> Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                        .withCustomTimePrecision(time)
                        .build());
    }

    /** Takes one request of the caller's and of the tenant's; null when there was room for it in both. */
    public @Nullable Exceeded admit(@Nullable TenantId tenant, ActorId actor) {
        var own = taken(principals.get(new Principal(tenant, actor)), perPrincipal);
        return own != null || tenant == null ? own : taken(tenants.get(tenant), perTenant);
    }

    private static @Nullable Exceeded taken(Bucket bucket, Rate rate) {
        if (bucket.tryConsume(1)) return null;
        var wait = bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
        return new Exceeded(rate, Duration.ofNanos(wait));
    }

    /** What keeps the place from trying on; null while it may. */
    public @Nullable Exceeded failing(String place) {
        var bucket = failures.getIfPresent(place);
        if (bucket == null) return null;
        var room = bucket.estimateAbilityToConsume(1);
        return room.canBeConsumed() ? null : new Exceeded(perAddress, Duration.ofNanos(room.getNanosToWaitForRefill()));
    }

    public void failed(String place) {
        failures.get(place).tryConsume(1);
    }

    /** Of an IPv6 address the network: a whole one belongs to whoever has an address in it. */
    public static String network(String address) {
        if (address.indexOf(':') < 0) return address;
        try {
            var bytes = InetAddress.getByName(address).getAddress(); // digits and colons: nothing is looked up
            return bytes.length == 16 ? HexFormat.of().formatHex(Arrays.copyOf(bytes, 8)) : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }

    long remembered() {
        principals.cleanUp();
        tenants.cleanUp();
        failures.cleanUp();
        return principals.estimatedSize() + tenants.estimatedSize() + failures.estimatedSize();
    }
}
