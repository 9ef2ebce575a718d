#!/usr/bin/env python3
"""Makes tests/golden/metrics.json: random and degenerate predictions with what scikit-learn says about them.

The C++ metrics must agree within 1e-9 (fits by numerical optimisation: with the tolerance stated in the test). Needs
Debian's python3-sklearn (1.2.1; other versions give the same numbers). Deterministic.

  python3 tools/make_metrics_golden.py
"""

import json
import math
import pathlib
import warnings

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import logsumexp
from scipy.stats import binomtest, chi2, entropy
from sklearn import metrics
from sklearn.calibration import _SigmoidCalibration, calibration_curve

OUT = pathlib.Path(__file__).resolve().parent.parent / "tests" / "golden" / "metrics.json"
BINS = 15
rng = np.random.default_rng(20240607)
warnings.filterwarnings("ignore")


def single_label(name, classes, gold, predicted):
    gold, predicted = np.asarray(gold), np.asarray(predicted)
    labels = list(range(classes))
    precision, recall, f1, support = metrics.precision_recall_fscore_support(
        gold, predicted, labels=labels, zero_division=0)
    present = sorted(set(gold.tolist()))
    kappa = metrics.cohen_kappa_score(gold, predicted)
    return {
        "name": name, "classes": classes, "gold": gold.tolist(), "predicted": predicted.tolist(),
        "accuracy": metrics.accuracy_score(gold, predicted),
        "balanced_accuracy": metrics.balanced_accuracy_score(gold, predicted),
        "kappa": None if math.isnan(kappa) else kappa,
        "macro_f1_all": metrics.f1_score(gold, predicted, labels=labels, average="macro", zero_division=0),
        "macro_f1_seen": metrics.f1_score(gold, predicted, average="macro", zero_division=0),
        "macro_f1_present": metrics.f1_score(gold, predicted, labels=present, average="macro", zero_division=0),
        "macro_precision_all": metrics.precision_score(gold, predicted, labels=labels, average="macro", zero_division=0),
        "macro_recall_all": metrics.recall_score(gold, predicted, labels=labels, average="macro", zero_division=0),
        "micro_f1": metrics.f1_score(gold, predicted, labels=labels, average="micro", zero_division=0),
        "weighted_f1": metrics.f1_score(gold, predicted, labels=labels, average="weighted", zero_division=0),
        "precision": precision.tolist(), "recall": recall.tolist(), "f1": f1.tolist(), "support": support.tolist(),
        "confusion": metrics.confusion_matrix(gold, predicted, labels=labels).tolist(),
    }


def multi_label(name, gold, predicted):
    gold, predicted = np.asarray(gold), np.asarray(predicted)
    averages = {a: metrics.f1_score(gold, predicted, average=a, zero_division=0)
                for a in ("macro", "micro", "weighted", "samples")}
    return {
        "name": name, "labels": gold.shape[1], "gold": gold.ravel().tolist(), "predicted": predicted.ravel().tolist(),
        "macro_f1_all": averages["macro"], "micro_f1": averages["micro"], "weighted_f1": averages["weighted"],
        "sample_f1": averages["samples"],
        "jaccard": metrics.jaccard_score(gold, predicted, average="samples", zero_division=0),
        "exact_match": metrics.accuracy_score(gold, predicted),
        "hamming_loss": metrics.hamming_loss(gold, predicted),
    }


def probability_rows(rows, classes, sharpness):
    """Rows of multiples of 2^-12 that sum to 1 exactly: exact in float, so nobody's renormalisation matters."""
    counts = np.stack([rng.multinomial(4096, rng.dirichlet(np.full(classes, sharpness))) for _ in range(rows)])
    return counts / 4096.0


def equal_width(confidence, outcome):
    """Expected calibration error from scikit-learn's reliability curve and its bin sizes."""
    share, mean = calibration_curve(outcome, confidence, n_bins=BINS, strategy="uniform")
    edges = np.linspace(0, 1, BINS + 1)
    sizes = np.bincount(np.searchsorted(edges[1:-1], confidence), minlength=BINS)
    return float(np.sum(sizes[sizes > 0] * np.abs(share - mean)) / len(confidence))


def equal_mass(confidence, outcome):
    # Of equal confidences each counts for the share that came true: the order of rows says nothing.
    outcome = np.array([outcome[confidence == c].mean() for c in confidence])
    order = np.argsort(confidence, kind="stable")
    n = len(order)
    parts = [order[b * n // BINS:(b + 1) * n // BINS] for b in range(BINS)]
    return float(sum(abs(np.sum(outcome[p] - confidence[p])) for p in parts) / n)


def probabilities(name, scores, labels):
    labels = np.asarray(labels)
    classes = scores.shape[1]
    confidence, outcome = scores.max(axis=1), (scores.argmax(axis=1) == labels).astype(int)
    one_hot = np.eye(classes)[labels]
    return {
        "name": name, "classes": classes, "scores": scores.ravel().tolist(), "labels": labels.tolist(),
        "log_loss": metrics.log_loss(labels, scores, labels=list(range(classes)), eps=1e-15),
        "brier": float(np.mean(np.sum((scores - one_hot) ** 2, axis=1))),
        "ece_equal_width": equal_width(confidence, outcome), "ece_equal_mass": equal_mass(confidence, outcome),
        "binary_log_loss": metrics.log_loss(one_hot.ravel(), scores.ravel(), labels=[0, 1], eps=1e-15),
        "binary_brier": metrics.brier_score_loss(one_hot.ravel(), scores.ravel()),
    }


def thinned(points):
    """At most 12 points of a curve, first and last among them: enough to catch an error, small enough to keep."""
    if len(points) <= 12:
        return points
    return [points[i] for i in sorted({round(k * (len(points) - 1) / 11) for k in range(12)})]


def binary_ranking(name, scores, targets):
    """Areas and curves of one label. Scores are multiples of 2^-12: exact in float, with ties."""
    scores, targets = np.asarray(scores, dtype=float), np.asarray(targets)
    positives, negatives = int(targets.sum()), int(len(targets) - targets.sum())
    item = {"name": name, "scores": scores.tolist(), "targets": targets.tolist(), "roc_auc": None,
            "average_precision": None, "roc": [], "pr": [], "thresholds": []}
    if positives and negatives:
        item["roc_auc"] = metrics.roc_auc_score(targets, scores)
        fpr, tpr, thresholds = metrics.roc_curve(targets, scores, drop_intermediate=False)
        # The first threshold is "above all": max + 1 in scikit-learn 1.2, infinity later, null here.
        item["roc_points"] = len(fpr)
        item["roc"] = thinned([[float(f), float(t), None if i == 0 else float(x)]
                               for i, (f, t, x) in enumerate(zip(fpr, tpr, thresholds))])
    if positives:
        item["average_precision"] = metrics.average_precision_score(targets, scores)
        precision, recall, thresholds = metrics.precision_recall_curve(targets, scores)
        # Ascending thresholds; ours descend. The last point (1, 0) has no threshold and is left out.
        points = [[float(r), float(p), float(t)] for p, r, t in zip(precision[:-1], recall[:-1], thresholds)][::-1]
        item["pr_points"] = len(points)
        item["pr"] = thinned(points)
    for threshold in (0.25, 0.5, 0.75):
        decisions = (scores > threshold).astype(int)
        item["thresholds"].append([threshold] + [float(f(targets, decisions, zero_division=0)) for f in (
            metrics.precision_score, metrics.recall_score, metrics.f1_score)])
    return item


def matrix_ranking(name, scores, labels):
    """One against the rest over every class that can be judged."""
    labels = np.asarray(labels)
    one_hot = np.eye(scores.shape[1])[labels].astype(int)
    present = [k for k in range(scores.shape[1]) if 0 < one_hot[:, k].sum() < len(labels)]
    item = {"name": name, "labels": scores.shape[1], "scores": scores.ravel().tolist(),
            "targets": one_hot.ravel().tolist(),
            "roc_auc_macro": metrics.roc_auc_score(one_hot[:, present], scores[:, present], average="macro"),
            "average_precision_macro": metrics.average_precision_score(one_hot[:, present], scores[:, present],
                                                                       average="macro")}
    if len(present) == scores.shape[1]:
        item["roc_auc_macro"] = metrics.roc_auc_score(labels, scores, multi_class="ovr", average="macro")
    return item


def annotators(name, scores, votes):
    shares = votes / votes.sum(axis=1, keepdims=True)
    return {"name": name, "classes": scores.shape[1], "scores": scores.ravel().tolist(),
            "votes": votes.ravel().astype(float).tolist(),
            "kl": float(np.mean(entropy(shares, np.clip(scores, 1e-15, 1 - 1e-15), axis=1)))
            if np.all(scores > 0) else
            float(np.mean([np.sum(q[q > 0] * np.log(q[q > 0] / np.clip(p[q > 0], 1e-15, 1 - 1e-15)))
                           for q, p in zip(shares, scores)])),
            "soft_accuracy": float(np.mean(shares[np.arange(len(shares)), scores.argmax(axis=1)])),
            "ceiling": float(np.mean(shares.max(axis=1)))}


def risk_coverage(name, confidence, right):
    """Risk at each row's confidence: error rate of the rows at least as confident, by scikit-learn's accuracy."""
    confidence, right = np.asarray(confidence, dtype=float), np.asarray(right)
    risk = [1 - metrics.accuracy_score(np.ones(int((confidence >= c).sum())), right[confidence >= c])
            for c in confidence]
    return {"name": name, "confidence": confidence.tolist(), "right": right.tolist(), "aurc": float(np.mean(risk))}


def temperature(name, logits, labels):
    logits, labels = np.asarray(logits, dtype=np.float32), np.asarray(labels)

    def loss(beta):
        z = logits.astype(np.float64) * beta
        return np.mean(logsumexp(z, axis=1) - z[np.arange(len(labels)), labels])

    best = minimize_scalar(loss, bounds=(0.05, 20), method="bounded", options={"xatol": 1e-12})
    return {"name": name, "classes": logits.shape[1], "logits": logits.astype(float).ravel().tolist(),
            "labels": labels.tolist(), "temperature": 1 / best.x, "loss": float(best.fun)}


def platt(name, logits, targets):
    logits, targets = np.asarray(logits, dtype=np.float32), np.asarray(targets)
    fit = _SigmoidCalibration().fit(logits.astype(np.float64), targets)
    return {"name": name, "logits": logits.astype(float).tolist(), "targets": targets.tolist(),
            "slope": -float(fit.a_), "intercept": -float(fit.b_)}


def informative(rows, rate):
    targets = (rng.random(rows) < rate).astype(int)
    scores = 1 / (1 + np.exp(-(rng.normal(size=rows) + 1.5 * targets - 1)))
    return np.round(scores * 4096) / 4096, targets


def noisy_logits(rows, classes, scale):
    labels = rng.integers(0, classes, rows)
    logits = rng.normal(size=(rows, classes)) * scale
    logits[np.arange(rows), labels] += scale * 0.8
    return logits, labels


def main():
    gold = rng.integers(0, 7, 400)
    noisy = np.where(rng.random(400) < 0.6, gold, rng.integers(0, 7, 400))
    skewed = rng.choice(5, 300, p=[0.9, 0.05, 0.03, 0.02, 0.0])
    sets = (rng.random((200, 6)) < [0.5, 0.3, 0.1, 0.05, 0.01, 0.0]).astype(int)
    guesses = np.where(rng.random((200, 6)) < 0.8, sets, 1 - sets)
    logits, labels = noisy_logits(300, 4, 3.0)
    flat_logits, flat_labels = noisy_logits(200, 7, 0.3)
    binary_logits = rng.normal(size=250) * 2
    certain = np.eye(3)[[0, 1, 2, 0]]
    golden = {
        "single_label": [
            single_label("random", 7, gold, noisy),
            single_label("skewed with an absent class", 5, skewed, rng.integers(0, 5, 300)),
            single_label("one class, all right", 3, [1] * 10, [1] * 10),
            single_label("one class, all wrong", 3, [1] * 10, [2] * 10),
            single_label("never predicted", 4, [0, 1, 2, 3, 3, 2], [0, 0, 0, 3, 3, 3]),
            single_label("all wrong", 3, [0, 1, 2, 0], [1, 2, 0, 2]),
            single_label("one row", 2, [1], [0]),
        ],
        "multi_label": [
            multi_label("random", sets, guesses),
            multi_label("nothing predicted", sets, np.zeros_like(sets)),
            multi_label("everything predicted", sets, np.ones_like(sets)),
            multi_label("no gold", np.zeros((5, 3), dtype=int), np.array([[0, 0, 0], [1, 0, 0], [0, 0, 0], [0, 1, 1], [0, 0, 0]])),
            multi_label("all empty", np.zeros((4, 3), dtype=int), np.zeros((4, 3), dtype=int)),
        ],
        "probabilities": [
            probabilities("random", probability_rows(400, 7, 0.5), rng.integers(0, 7, 400)),
            probabilities("confident", probability_rows(100, 3, 0.05), rng.integers(0, 3, 100)),
            probabilities("certain and once wrong", certain, [0, 1, 2, 1]),
            probabilities("uniform", np.full((8, 4), 0.25), rng.integers(0, 4, 8)),
        ],
        "temperature": [
            temperature("overconfident", logits, labels),
            temperature("flat", flat_logits, flat_labels),
        ],
        "platt": [
            platt("random", binary_logits, (rng.random(250) < 1 / (1 + np.exp(-(0.7 * binary_logits - 0.4)))).astype(int)),
        ],
        "mcnemar": [{"only_a": a, "only_b": b, "p_value": binomtest(min(a, b), a + b, 0.5).pvalue,
                     "chi_square_p": float(chi2.sf(max(0, abs(a - b) - 1) ** 2 / (a + b), 1))}
                    for a, b in ((12, 5), (3, 3), (0, 7), (140, 100), (480, 420), (2100, 1900), (1, 0))],
        "binary_ranking": [
            binary_ranking("random, ties", rng.integers(0, 64, 200) / 64, rng.integers(0, 2, 200)),
            binary_ranking("informative", *informative(300, 0.3)),
            binary_ranking("rare", *informative(300, 0.02)),
            binary_ranking("separable", [0.125, 0.25, 0.75, 0.875], [0, 0, 1, 1]),
            binary_ranking("reversed", [0.125, 0.25, 0.75, 0.875], [1, 1, 0, 0]),
            binary_ranking("all equal", [0.5] * 6, [0, 1, 0, 1, 1, 0]),
            binary_ranking("no positive", [0.25, 0.5], [0, 0]),
            binary_ranking("no negative", [0.25, 0.5, 0.5], [1, 1, 1]),
            binary_ranking("one row", [0.5], [1]),
        ],
        "matrix_ranking": [
            matrix_ranking("random", probability_rows(150, 5, 0.5), rng.integers(0, 5, 150)),
            matrix_ranking("an absent class", probability_rows(100, 4, 1.0), rng.integers(0, 3, 100)),
        ],
        "annotators": [
            annotators("ten votes", probability_rows(60, 4, 1.0), rng.multinomial(10, [0.4, 0.3, 0.2, 0.1], 60)),
            annotators("unanimous and sure", np.eye(3)[[0, 1, 2]], np.eye(3)[[0, 1, 0]] * 5),
        ],
        "risk_coverage": [
            risk_coverage("random, ties", rng.integers(0, 40, 120) / 64, rng.integers(0, 2, 120)),
            risk_coverage("all right", [0.5, 0.75, 0.25], [1, 1, 1]),
            risk_coverage("all wrong", [0.5, 0.75, 0.25], [0, 0, 0]),
        ],
    }
    OUT.write_text(json.dumps(golden, separators=(",", ":")) + "\n")
    print(f"{OUT}: {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
