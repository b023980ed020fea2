-- Schema version 5: how the dates of a plan warn (requirements §6).
--
-- The same rules as in schema-1.sql.

-- From how many days before its last day a thing is blue, yellow, red; NULL: as usual.
ALTER TABLE plan ADD COLUMN warn_blue INTEGER;
ALTER TABLE plan ADD COLUMN warn_yellow INTEGER;
ALTER TABLE plan ADD COLUMN warn_red INTEGER;
