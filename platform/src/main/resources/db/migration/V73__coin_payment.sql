-- Money taken for coins: no invoice, else like any payment. The row is committed before the gateway
-- is called, and its id is the key that the gateway sees.
CREATE TABLE payment.coin_payment (
  account_id     uuid        NOT NULL,
  id             uuid        NOT NULL,
  method_id      uuid        NOT NULL,
  method_kind    text        NOT NULL,
  gateway        text        NOT NULL,
  gateway_id     text,
  amount         bigint      NOT NULL,
  currency       text        NOT NULL,
  state          text        NOT NULL,
  reason         text,
  lookups        integer     NOT NULL,
  next_lookup_at timestamptz,
  created_at     timestamptz NOT NULL,
  finished_at    timestamptz,
  parked         text,
  CONSTRAINT coin_payment_key PRIMARY KEY (account_id, id),
  CONSTRAINT coin_payment_state CHECK (state IN ('trying', 'captured', 'refused', 'unknown')),
  CONSTRAINT coin_payment_amount CHECK (amount > 0)
);
SELECT infra.distribute('payment.coin_payment', 'account_id', 'payment.method');
CREATE INDEX coin_payment_lookup ON payment.coin_payment (next_lookup_at)
  WHERE next_lookup_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON payment.coin_payment TO ${application};
