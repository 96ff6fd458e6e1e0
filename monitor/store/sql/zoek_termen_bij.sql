-- Keeps terms of verhalen with the weight that BM25 gives them (k1 1.2, b 0.75). The mean length is a constant, so that
-- a weight never depends on another verhaal. From: nieuwe_verhalen, nieuwe_woorden (every word of them), woord_termen
-- (what each word stands for). Filled in: doel (the table).
INSERT INTO {doel} (term, nummer, gewicht, openbaar_tot)
WITH geteld AS (
    SELECT t.term, w.nummer, sum(w.gewicht * t.deel) AS keer
    FROM nieuwe_woorden AS w
    JOIN woord_termen AS t ON t.woord = w.woord
    GROUP BY t.term, w.nummer
)
SELECT g.term, g.nummer, round(1000 * g.keer * 2.2 / (g.keer + 1.2 * (0.25 + 0.75 * v.lengte / 70)))::SMALLINT,
    v.openbaar_tot
FROM geteld AS g
JOIN nieuwe_verhalen AS v ON v.nummer = g.nummer
