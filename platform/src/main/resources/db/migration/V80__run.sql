-- What the run keeps besides the work's own rows: the pieces that were set aside, how far each
-- worker is, which work is paused and by whom, and the clock of a sandbox that was moved (B-40).
CREATE SCHEMA run;
GRANT USAGE ON SCHEMA run TO ${application};

CREATE TABLE run.parked (
  account_id  uuid        NOT NULL,
  work        text        NOT NULL,
  subject_id  uuid        NOT NULL,
  at          timestamptz NOT NULL,
  reason      text        NOT NULL,
  taken_up_at timestamptz,
  taken_up_by text,
  CONSTRAINT parked_pk PRIMARY KEY (account_id, work, subject_id, at),
  CONSTRAINT parked_taken_up CHECK ((taken_up_at IS NULL) = (taken_up_by IS NULL))
);
SELECT infra.distribute('run.parked', 'account_id');
CREATE INDEX parked_open ON run.parked (at) WHERE taken_up_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON run.parked TO ${application};

CREATE TABLE run.progress (
  work   text        NOT NULL,
  worker text        NOT NULL,
  done   bigint      NOT NULL,
  failed bigint      NOT NULL,
  rate   bigint      NOT NULL,
  since  timestamptz NOT NULL,
  last   timestamptz NOT NULL,
  CONSTRAINT progress_pk PRIMARY KEY (work, worker)
);
SELECT infra.reference('run.progress');
GRANT SELECT, INSERT, UPDATE, DELETE ON run.progress TO ${application};

CREATE TABLE run.pause (
  work text        NOT NULL,
  at   timestamptz NOT NULL,
  by   text        NOT NULL,
  why  text        NOT NULL,
  CONSTRAINT pause_pk PRIMARY KEY (work)
);
SELECT infra.reference('run.pause');
GRANT SELECT, INSERT, UPDATE, DELETE ON run.pause TO ${application};

-- One row at most: how far ahead of the system's clock the sandbox runs, and where it stood.
CREATE TABLE run.clock (
  one            boolean     NOT NULL,
  ahead_seconds  bigint      NOT NULL,
  reached        timestamptz NOT NULL,
  CONSTRAINT clock_pk PRIMARY KEY (one),
  CONSTRAINT clock_one_row CHECK (one),
  CONSTRAINT clock_never_behind CHECK (ahead_seconds >= 0)
);
SELECT infra.reference('run.clock');
GRANT SELECT, INSERT, UPDATE ON run.clock TO ${application};
