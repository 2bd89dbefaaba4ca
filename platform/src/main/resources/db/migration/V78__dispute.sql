-- Money that the acquirer took back without us: a cardholder's dispute, or a refund that somebody
-- made at the acquirer's desk, or a debit that a bank gave back (B-23). Operators work them off by hand.
CREATE TABLE payment.dispute (
  account_id uuid        NOT NULL,
  id         uuid        NOT NULL,
  kind       text        NOT NULL,
  gateway_id text        NOT NULL,
  payment_id uuid        NOT NULL,
  invoice_id uuid,
  amount     bigint      NOT NULL,
  held       bigint      NOT NULL,
  fee        bigint      NOT NULL,
  currency   text        NOT NULL,
  reason     text        NOT NULL,
  state      text        NOT NULL,
  opened_at  timestamptz NOT NULL,
  closed_at  timestamptz,
  taken_by   text,
  taken_at   timestamptz,
  decision   text,
  settled_by text,
  settled_at timestamptz,
  CONSTRAINT dispute_key PRIMARY KEY (account_id, id),
  CONSTRAINT dispute_once UNIQUE (account_id, gateway_id),
  CONSTRAINT dispute_kind CHECK (kind IN ('dispute', 'refund', 'return')),
  CONSTRAINT dispute_state CHECK (state IN ('open', 'won', 'lost', 'settled')),
  CONSTRAINT dispute_decision CHECK (decision IN ('reopen', 'write-off')),
  CONSTRAINT dispute_settled CHECK ((state = 'settled') = (decision IS NOT NULL)),
  CONSTRAINT dispute_amount CHECK (amount > 0 AND fee >= 0 AND held BETWEEN 0 AND amount)
);
SELECT infra.distribute('payment.dispute', 'account_id', 'payment.method');
CREATE INDEX dispute_to_do ON payment.dispute (opened_at) WHERE state IN ('open', 'lost');
GRANT SELECT, INSERT, UPDATE ON payment.dispute TO ${application};

-- A payment that the cardholder's bank took back whole: its invoice can be paid once more.
ALTER TABLE payment.payment
  DROP CONSTRAINT payment_state,
  DROP CONSTRAINT payment_refunded_state,
  ADD CONSTRAINT payment_state CHECK (
    state IN ('trying', 'captured', 'refused', 'unknown', 'sent', 'reversed')),
  ADD CONSTRAINT payment_refunded_state CHECK (refunded = 0 OR state IN ('captured', 'reversed'));
