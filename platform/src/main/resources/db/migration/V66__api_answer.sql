-- What a request of the API was answered, by the key that its sender chose (X-5): sent again, it is
-- not done again. The deed and its answer are one transaction; a claim without an answer lapses.
CREATE SCHEMA IF NOT EXISTS web;
GRANT USAGE ON SCHEMA web TO ${application};

CREATE TABLE web.api_answer (
  account_id   uuid        NOT NULL,
  key          text        NOT NULL,
  path         text        NOT NULL,
  body_hash    bytea       NOT NULL,
  claimed_at   timestamptz NOT NULL,
  status       integer,
  content_type text,
  answer       text,
  CONSTRAINT api_answer_key PRIMARY KEY (account_id, key),
  CONSTRAINT api_answer_key_length CHECK (length(key) BETWEEN 1 AND 255),
  CONSTRAINT api_answer_whole CHECK ((status IS NULL) = (answer IS NULL))
);
SELECT infra.distribute('web.api_answer', 'account_id');
-- Each request lets go of what its account was answered a day ago.
CREATE INDEX api_answer_old ON web.api_answer (account_id, claimed_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON web.api_answer TO ${application};
