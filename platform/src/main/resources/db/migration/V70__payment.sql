-- Payment methods, each collection of an invoice with its outcome, and what was given back. No
-- card number ever comes here (P-3): a token of the acquirer, the first and the last digits.
CREATE SCHEMA payment;
GRANT USAGE ON SCHEMA payment TO ${application};

-- A removed method stays: payments name it, and an open look-up may still need its token.
CREATE TABLE payment.method (
  account_id              uuid        NOT NULL,
  id                      uuid        NOT NULL,
  kind                    text        NOT NULL,
  gateway                 text        NOT NULL,
  token                   text        NOT NULL,
  brand                   text        NOT NULL,
  bin                     text        NOT NULL,
  last4                   text        NOT NULL,
  expiry_year             integer     NOT NULL,
  expiry_month            integer     NOT NULL,
  issuer_country          text        NOT NULL,
  trans_status            text        NOT NULL,
  eci                     text,
  ds_trans_id             text,
  three_ds_server_trans_id text,
  three_ds_version        text,
  enrolled                boolean     NOT NULL,
  is_default              boolean     NOT NULL,
  registered_at           timestamptz NOT NULL,
  removed_at              timestamptz,
  CONSTRAINT method_key PRIMARY KEY (account_id, id),
  CONSTRAINT method_no_card_number CHECK (bin ~ '^[0-9]{6,8}$' AND last4 ~ '^[0-9]{4}$'),
  CONSTRAINT method_expiry CHECK (expiry_month BETWEEN 1 AND 12),
  CONSTRAINT method_removed CHECK (removed_at IS NULL OR NOT is_default)
);
SELECT infra.distribute('payment.method', 'account_id');
CREATE UNIQUE INDEX method_one_default ON payment.method (account_id) WHERE is_default;
GRANT SELECT, INSERT, UPDATE ON payment.method TO ${application};

-- Hosted fields that were opened for an account; one method comes of each at most.
CREATE TABLE payment.card_session (
  account_id uuid        NOT NULL,
  id         text        NOT NULL,
  opened_at  timestamptz NOT NULL,
  method_id  uuid,
  CONSTRAINT card_session_key PRIMARY KEY (account_id, id)
);
SELECT infra.distribute('payment.card_session', 'account_id', 'payment.method');
GRANT SELECT, INSERT, UPDATE ON payment.card_session TO ${application};

-- One collection of what is open of an invoice. Its id is the gateway's idempotency key. The row is
-- committed before the gateway is called, so that no call is ever forgotten (B-21).
CREATE TABLE payment.payment (
  account_id     uuid        NOT NULL,
  id             uuid        NOT NULL,
  invoice_id     uuid        NOT NULL,
  contract_id    uuid,
  try            integer     NOT NULL,
  method_id      uuid,
  method_kind    text,
  brand          text,
  last4          text,
  gateway        text        NOT NULL,
  gateway_id     text,
  amount         bigint      NOT NULL,
  refunded       bigint      NOT NULL,
  currency       text        NOT NULL,
  state          text        NOT NULL,
  reason         text,
  by_member      boolean     NOT NULL,
  resume_at      timestamptz,
  lookups        integer     NOT NULL,
  next_lookup_at timestamptz,
  created_at     timestamptz NOT NULL,
  finished_at    timestamptz,
  parked         text,
  CONSTRAINT payment_key PRIMARY KEY (account_id, id),
  CONSTRAINT payment_try UNIQUE (account_id, invoice_id, try),
  CONSTRAINT payment_state CHECK (state IN ('trying', 'captured', 'refused', 'unknown')),
  CONSTRAINT payment_amount CHECK (amount > 0),
  CONSTRAINT payment_refunded CHECK (refunded BETWEEN 0 AND amount),
  CONSTRAINT payment_refunded_state CHECK (refunded = 0 OR state = 'captured')
);
SELECT infra.distribute('payment.payment', 'account_id', 'payment.method');
-- What makes a second charge impossible (B-22): a try that is open or succeeded is the only one.
CREATE UNIQUE INDEX payment_once ON payment.payment (account_id, invoice_id)
  WHERE state IN ('trying', 'unknown', 'captured');
CREATE INDEX payment_lookup ON payment.payment (next_lookup_at) WHERE next_lookup_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON payment.payment TO ${application};

-- A part of a captured payment on its way back, for an invoice below zero.
CREATE TABLE payment.refund (
  account_id     uuid        NOT NULL,
  id             uuid        NOT NULL,
  payment_id     uuid        NOT NULL,
  invoice_id     uuid        NOT NULL,
  amount         bigint      NOT NULL,
  currency       text        NOT NULL,
  state          text        NOT NULL,
  reason         text,
  lookups        integer     NOT NULL,
  next_lookup_at timestamptz,
  created_at     timestamptz NOT NULL,
  finished_at    timestamptz,
  parked         text,
  CONSTRAINT refund_key PRIMARY KEY (account_id, id),
  CONSTRAINT refund_payment FOREIGN KEY (account_id, payment_id)
    REFERENCES payment.payment (account_id, id),
  CONSTRAINT refund_state CHECK (state IN ('trying', 'refunded', 'refused', 'unknown')),
  CONSTRAINT refund_amount CHECK (amount > 0)
);
SELECT infra.distribute('payment.refund', 'account_id', 'payment.method');
CREATE INDEX refund_of_payment ON payment.refund (account_id, payment_id);
CREATE INDEX refund_lookup ON payment.refund (next_lookup_at) WHERE next_lookup_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON payment.refund TO ${application};
