"""From findings to verdicts: places, score, gate, suppression, baseline, what came of a brief."""
