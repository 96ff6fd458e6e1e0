-- Keeps terms of verhalen with the weight that BM25 gives them (k1 1.2, b 0.75). The mean length is a constant, so that
-- a weight never depends on another verhaal. From: nieuwe_termen (term, nummer, keer), nieuwe_verhalen.
INSERT INTO {doel} (term, nummer, gewicht, openbaar_tot)
SELECT t.term, t.nummer, round(1000 * t.keer * 2.2 / (t.keer + 1.2 * (0.25 + 0.75 * v.lengte / 70)))::SMALLINT,
    v.openbaar_tot
FROM nieuwe_termen AS t
JOIN nieuwe_verhalen AS v ON v.nummer = t.nummer
ORDER BY t.term, t.nummer
