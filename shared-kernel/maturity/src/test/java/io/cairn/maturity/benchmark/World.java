package io.cairn.maturity.benchmark;

import io.cairn.language.TenantSettings.CompanyProfile;
import io.cairn.maturity.benchmark.StageBand.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Companies that join and leave benchmarks, and now and then are assessed anew; their scores stay near what they were. */
final class World {
    static final Range STAGES = new Range(1, 5);

    private static final List<String> INDUSTRIES =
            List.of("retail", "retail", "retail", "banking", "banking", "energy");
    private static final List<String> SIZES = List.of("small", "small", "small", "middle", "middle", "large");
    private static final List<String> REGIONS = List.of("eu", "eu", "eu", "us", "apac");

    private static final class Company {
        final CompanyProfile profile;
        double score;
        boolean joined;

        Company(CompanyProfile profile, double score, boolean joined) {
            this.profile = profile;
            this.score = score;
            this.joined = joined;
        }
    }

    private final Random random;
    private final double grain;
    private final List<Company> companies = new ArrayList<>();

    /** @param grain of scores: a model with few questions has few values */
    World(int count, double grain, Random random) {
        this.random = random;
        this.grain = grain;
        for (var i = 0; i < count; i++)
            companies.add(new Company(
                    new CompanyProfile(one(INDUSTRIES), one(SIZES), one(REGIONS)),
                    score(0.15 + 0.7 * random.nextDouble()),
                    random.nextInt(10) < 7));
    }

    private @Nullable String one(List<String> words) {
        var word = random.nextInt(words.size() + 1);
        return word == words.size() && random.nextBoolean() ? null : words.get(word % words.size());
    }

    private double score(double near) {
        return Math.clamp(Math.round((near + 0.1 * random.nextGaussian()) / grain) * grain, 0, 1);
    }

    /** In some quarters much happens, in others next to nothing. */
    void goesOn() {
        var busy = List.of(0.0, 0.02, 0.1, 0.5, 1.0).get(random.nextInt(5));
        var moving = List.of(0.0, 0.01, 0.05, 0.2).get(random.nextInt(4));
        for (var company : companies) {
            if (random.nextDouble() < busy) company.score = score(company.score);
            if (random.nextDouble() < moving) company.joined = !company.joined;
        }
    }

    List<Member> members() {
        var members = new ArrayList<Member>();
        for (var i = 0; i < companies.size(); i++) {
            var company = companies.get(i);
            if (!company.joined) continue;
            var stage = Math.min(5, 1 + (int) Math.floor(company.score * 5));
            members.add(new Member(
                    Companies.id(i), company.profile, new TreeMap<>(Map.of("overall", company.score)), stage));
        }
        return members;
    }
}
