-- what: hw_platform may read the names of applied migrations
-- why:  /readyz says whether the database has every migration that the running code knows
-- locks: none that matter
-- safe while old code runs: yes

GRANT USAGE ON SCHEMA migrations TO hw_platform;
GRANT SELECT (name) ON migrations.applied TO hw_platform;
