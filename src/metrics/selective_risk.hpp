// Exact binomial intervals, and the confidence below which to abstain so that the rest keep a promised risk.
#pragma once

#include <cstdint>
#include <span>

namespace emo::metrics {

/// I_x(a, b), the regularised incomplete beta function (continued fraction of Lentz). a, b > 0, x in 0..1; error 1e-10.
double incomplete_beta(double a, double b, double x);

struct BinomialInterval {
  double low = 0, high = 1;
};
/// The two-sided Clopper-Pearson interval of a rate seen as `hits` of `n` (exact: covers with at least `confidence`).
/// n = 0: 0..1. Precondition: hits <= n, 0 < confidence < 1.
BinomialInterval clopper_pearson(std::uint64_t hits, std::uint64_t n, double confidence = 0.95);
/// The one-sided upper bound.
double clopper_pearson_upper(std::uint64_t hits, std::uint64_t n, double confidence = 0.95);

struct SelectiveRisk {
  bool found = false;
  double min_confidence = 1;  ///< answer when the confidence is at least this
  std::uint64_t rows = 0;     ///< in all
  std::uint64_t answered = 0,
                wrong = 0;  ///< at min_confidence; if not found: of the one candidate tested, which failed
  double bound = 1;         ///< upper bound of the risk of these
};

/// The lowest threshold whose share of wrong answers is at most `risk` with probability `confidence` over draws of the
/// rows: from the most confident rows down in steps of 2 % of them, each step tested by its Clopper-Pearson bound, up
/// to the first that fails (fixed-sequence testing: no correction needed; Angelopoulos et al. 2021, "Learn then test").
/// The first candidate is large enough that a true share of `risk` / 2 would pass 19 times in 20, so that a few
/// confident mistakes do not end the search: the smallest such number of rows, but no more than half of them, unless so
/// few could not pass with a share of `risk` / 2 seen. It depends on the number of rows alone, not on who is wrong.
/// Equal confidences are answered together. Shapes: [n] each, wrong 0/1.
SelectiveRisk fit_risk_threshold(std::span<const float> confidences, std::span<const std::uint8_t> wrong, double risk,
                                 double confidence = 0.9);

/// Rows answered, and wrong, at a threshold; `bound` is left at the upper bound of 95 %.
SelectiveRisk risk_at(std::span<const float> confidences, std::span<const std::uint8_t> wrong, double min_confidence);

}  // namespace emo::metrics
