-- What the acquirer pays out, day by day (X-9): its files as they were, every line of them once, and
-- what does not agree with what we know. Row 0 of the files says when the acquirer is asked next.
CREATE TABLE payment.settlement_file (
  number   bigint      NOT NULL,
  content  bytea       NOT NULL,
  state    text        NOT NULL,
  reason   text,
  day      date,
  currency text,
  amount   bigint      NOT NULL,
  fee      bigint      NOT NULL,
  at       timestamptz NOT NULL,
  next_at  timestamptz,
  CONSTRAINT settlement_file_key PRIMARY KEY (number),
  CONSTRAINT settlement_file_state CHECK (state IN ('look', 'taken', 'done', 'refused'))
);
SELECT infra.reference('payment.settlement_file');
GRANT SELECT, INSERT, UPDATE ON payment.settlement_file TO ${application};

-- A movement that agrees with ours, once. Never changed. Moved is what leaves cash in transit, fee
-- what was not booked before.
CREATE TABLE payment.settled (
  account_id  uuid   NOT NULL,
  kind        text   NOT NULL,
  gateway_id  text   NOT NULL,
  file_number bigint NOT NULL,
  line        integer NOT NULL,
  moved       bigint NOT NULL,
  fee         bigint NOT NULL,
  currency    text   NOT NULL,
  CONSTRAINT settled_key PRIMARY KEY (account_id, kind, gateway_id),
  CONSTRAINT settled_kind CHECK (kind IN ('capture', 'refund', 'dispute', 'dispute-won'))
);
SELECT infra.distribute('payment.settled', 'account_id', 'payment.method');
GRANT SELECT, INSERT ON payment.settled TO ${application};

-- What does not agree: the operators' list. Often of no account that we know, so without one in its
-- key; a few a month.
CREATE TABLE payment.settlement_difference (
  id          uuid        NOT NULL,
  why         text        NOT NULL,
  kind        text        NOT NULL,
  gateway_id  text        NOT NULL,
  file_number bigint,
  line        integer,
  account     uuid,
  ours        bigint,
  theirs      bigint,
  currency    text        NOT NULL,
  at          timestamptz NOT NULL,
  settled_at  timestamptz,
  settled_by  text,
  CONSTRAINT settlement_difference_key PRIMARY KEY (id),
  CONSTRAINT settlement_difference_once UNIQUE (why, kind, gateway_id),
  CONSTRAINT settlement_difference_why CHECK (why IN ('missing-here', 'missing-there', 'amount')),
  CONSTRAINT settlement_difference_settled CHECK ((settled_at IS NULL) = (settled_by IS NULL))
);
SELECT infra.reference('payment.settlement_difference');
GRANT SELECT, INSERT, UPDATE ON payment.settlement_difference TO ${application};
