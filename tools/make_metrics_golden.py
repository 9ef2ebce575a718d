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
from scipy.stats import binomtest
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
        "mcnemar": [{"only_a": a, "only_b": b, "p_value": binomtest(min(a, b), a + b, 0.5).pvalue}
                    for a, b in ((12, 5), (3, 3), (0, 7), (140, 100), (480, 420))],
    }
    OUT.write_text(json.dumps(golden, separators=(",", ":")) + "\n")
    print(f"{OUT}: {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
