package io.cairn.maturity.survival;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The probability to have ended in each way, where one way precludes the others: {@code F_k(t) = Σ S(t_j−) d_kj / n_j}
 * (O. O. Aalen, S. Johansen, Scandinavian Journal of Statistics 5 (1978), 141–150). Other than one minus a Kaplan–Meier
 * curve per way, the ways and what still lasts add up to 1. The variance is the one of the delta method,
 *
 * <pre>Σ [F_k(t) − F_k(t_j)]² d_j / (n_j (n_j − d_j)) + Σ S(t_j−)² d_kj (n_j − d_kj) / n_j³
 *   − 2 Σ [F_k(t) − F_k(t_j)] S(t_j−) d_kj / n_j²</pre>
 *
 * <p>(E. Marubini, M. G. Valsecchi, Analysing Survival Data from Clinical Trials and Observational Studies, 1995,
 * section 10.3), which is Greenwood's where there is one way only; the interval is {@link Bounds#logLog log-log} on
 * {@code 1 − F_k}.
 *
 * @param steps in the order of time, one for each at which something ended
 */
public record AalenJohansen(List<Step> steps) {
    public AalenJohansen {
        steps = List.copyOf(steps);
    }

    /** @param incidences by every ending */
    public record Step(double time, int atRisk, double survival, Map<Ending, Incidence> incidences) {
        public Step {
            incidences = Map.copyOf(incidences);
        }

        public Incidence of(Ending ending) {
            var incidence = incidences.get(ending);
            if (incidence == null) throw new IllegalStateException("each step knows every ending");
            return incidence;
        }
    }

    /**
     * @param ended at this time
     * @param probability to have ended so by now
     * @param bounds null at 0 and 1
     */
    public record Incidence(
            int ended,
            double probability,
            double standardError,
            @Nullable Bounds bounds) {}

    public static AalenJohansen of(List<Span> spans) {
        var risks = RiskSet.of(spans);
        var ways = new EnumMap<Ending, List<Incidence>>(Ending.class);
        for (var ending : Ending.values())
            ways.put(ending, Way.of(risks, ending).incidences());
        var steps = new ArrayList<Step>();
        var survival = 1.0;
        for (var i = 0; i < risks.size(); i++) {
            var risk = risks.get(i);
            var at = i;
            survival *= 1 - (double) risk.ended() / risk.atRisk();
            var incidences = new EnumMap<Ending, Incidence>(Ending.class);
            ways.forEach((ending, all) -> incidences.put(ending, all.get(at)));
            steps.add(new Step(risk.time(), risk.atRisk(), survival, incidences));
        }
        return new AalenJohansen(steps);
    }

    /** One ending, with the sums its variance needs at each time. */
    private record Way(List<RiskSet> risks, Ending ending, double[] before, double[] probability) {
        static Way of(List<RiskSet> risks, Ending ending) {
            var before = new double[risks.size()];
            var probability = new double[risks.size()];
            var survival = 1.0;
            var sum = 0.0;
            for (var j = 0; j < before.length; j++) {
                var risk = risks.get(j);
                before[j] = survival;
                sum += survival * risk.ended(ending) / risk.atRisk();
                probability[j] = sum;
                survival *= 1 - (double) risk.ended() / risk.atRisk();
            }
            return new Way(risks, ending, before, probability);
        }

        List<Incidence> incidences() {
            var all = new ArrayList<Incidence>();
            for (var i = 0; i < probability.length; i++) {
                var error = Math.sqrt(Math.max(0, variance(i)));
                var left = Bounds.logLog(1 - probability[i], error);
                all.add(new Incidence(
                        risks.get(i).ended(ending),
                        probability[i],
                        error,
                        left == null || probability[i] <= 0 ? null : left.mirrored()));
            }
            return all;
        }

        private double variance(int at) {
            var variance = 0.0;
            for (var j = 0; j <= at; j++) {
                double n = risks.get(j).atRisk();
                double d = risks.get(j).ended();
                double own = risks.get(j).ended(ending);
                var since = probability[at] - probability[j];
                // when all ended, nothing is added afterwards and the first term is 0 · ∞
                if (d < n) variance += since * since * d / (n * (n - d));
                variance += before[j] * before[j] * own * (n - own) / (n * n * n);
                variance -= 2 * since * before[j] * own / (n * n);
            }
            return variance;
        }
    }
}
