-- Unused coins that an operator gives back (S-9). The row is committed before the gateway is
-- called, as with every other money that goes out; its id is the key that the gateway sees.
CREATE TABLE payment.coin_refund (
  account_id     uuid        NOT NULL,
  id             uuid        NOT NULL,
  payment_id     uuid        NOT NULL,
  amount         bigint      NOT NULL,
  bonus          bigint      NOT NULL,
  currency       text        NOT NULL,
  why            text        NOT NULL,
  by             text        NOT NULL,
  state          text        NOT NULL,
  reason         text,
  lookups        integer     NOT NULL,
  next_lookup_at timestamptz,
  created_at     timestamptz NOT NULL,
  finished_at    timestamptz,
  parked         text,
  CONSTRAINT coin_refund_key PRIMARY KEY (account_id, id),
  CONSTRAINT coin_refund_once UNIQUE (account_id, payment_id),
  CONSTRAINT coin_refund_payment FOREIGN KEY (account_id, payment_id)
    REFERENCES payment.coin_payment (account_id, id),
  CONSTRAINT coin_refund_state CHECK (state IN ('trying', 'unknown', 'refunded', 'kept')),
  CONSTRAINT coin_refund_amount CHECK (amount > 0 AND bonus >= 0)
);
SELECT infra.distribute('payment.coin_refund', 'account_id', 'payment.method');
CREATE INDEX coin_refund_lookup ON payment.coin_refund (next_lookup_at)
  WHERE next_lookup_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON payment.coin_refund TO ${application};
