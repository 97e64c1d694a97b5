package io.cairn.maturity.benchmark;

import io.cairn.language.InvalidValue;
import io.cairn.language.TenantSettings.CompanyProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Comparable companies, written {@code all}, {@code industry:retail} or {@code industry:retail,region:eu}. The groups
 * are a fixed lattice: everybody; by industry, by size, by region; by industry and size; by industry and region. There is
 * no other, for every further way to cut is a further pair of figures to subtract from each other.
 *
 * @param industry null where companies of all industries are in it; size and region likewise
 */
public record PeerGroup(
        @Nullable String industry,
        @Nullable String size,
        @Nullable String region) implements Comparable<PeerGroup> {
    public static final PeerGroup ALL = new PeerGroup(null, null, null);

    private static final String ALL_WORD = "all";
    private static final Comparator<PeerGroup> ORDER =
            Comparator.comparingInt(PeerGroup::level).thenComparing(PeerGroup::toString);

    public PeerGroup {
        if (size != null && region != null)
            throw new InvalidValue("there are no groups by size and region together, see the list of groups");
        // a profile's own words; what it cannot hold is no group either
        var unused = new CompanyProfile(industry, size, region);
    }

    /** @throws InvalidValue where the text cannot be a group of the lattice */
    public static PeerGroup parse(String text) {
        if (text.equals(ALL_WORD)) return ALL;
        var axes = new TreeMap<String, String>();
        for (var part : text.split(",", -1)) {
            var colon = part.indexOf(':');
            if (colon < 0 || axes.put(part.substring(0, colon), part.substring(colon + 1)) != null) throw formless();
        }
        var group = new PeerGroup(axes.remove("industry"), axes.remove("size"), axes.remove("region"));
        if (!axes.isEmpty()) throw formless();
        return group;
    }

    private static InvalidValue formless() {
        return new InvalidValue(
                "a group is all, industry:…, size:…, region:…, industry:…,size:… or industry:…,region:…");
    }

    /** All that a company of this profile is in; what the profile leaves open it is in no group by. */
    public static List<PeerGroup> of(CompanyProfile profile) {
        var groups = new ArrayList<PeerGroup>(List.of(ALL));
        var industry = profile.industry();
        if (industry != null) groups.add(new PeerGroup(industry, null, null));
        if (profile.size() != null) groups.add(new PeerGroup(null, profile.size(), null));
        if (profile.region() != null) groups.add(new PeerGroup(null, null, profile.region()));
        if (industry != null && profile.size() != null) groups.add(new PeerGroup(industry, profile.size(), null));
        if (industry != null && profile.region() != null) groups.add(new PeerGroup(industry, null, profile.region()));
        return groups;
    }

    /** 0 for all, 1 by one of the three, 2 by two. */
    int level() {
        return (industry == null ? 0 : 1) + (size == null ? 0 : 1) + (region == null ? 0 : 1);
    }

    @Override
    public int compareTo(PeerGroup other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        SequencedMap<String, String> axes = new TreeMap<>();
        if (industry != null) axes.put("industry", industry);
        if (region != null) axes.put("region", region);
        if (size != null) axes.put("size", size);
        return axes.isEmpty()
                ? ALL_WORD
                : String.join(
                        ",",
                        axes.entrySet().stream()
                                .map(axis -> axis.getKey() + ":" + axis.getValue())
                                .toList());
    }
}
