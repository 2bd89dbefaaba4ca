-- A bank transfer that is awaited for one invoice (P-10). The company's bank has handed it a block
-- of account numbers; each transfer gets one of its own, so that whose it is needs no name.
CREATE TABLE payment.transfer (
  account_id  uuid        NOT NULL,
  id          uuid        NOT NULL,
  invoice_id  uuid        NOT NULL,
  contract_id uuid,
  number      text        NOT NULL,
  amount      bigint      NOT NULL,
  received    bigint      NOT NULL,
  currency    text        NOT NULL,
  state       text        NOT NULL,
  last_on     date        NOT NULL,
  created_at  timestamptz NOT NULL,
  next_at     timestamptz,
  parked      text,
  CONSTRAINT transfer_key PRIMARY KEY (account_id, id),
  CONSTRAINT transfer_once UNIQUE (account_id, invoice_id),
  CONSTRAINT transfer_state CHECK (state IN ('awaiting', 'deposited', 'closed', 'lapsed')),
  CONSTRAINT transfer_amount CHECK (amount > 0 AND received >= 0)
);
SELECT infra.distribute('payment.transfer', 'account_id', 'payment.method');
CREATE INDEX transfer_next ON payment.transfer (next_at) WHERE next_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON payment.transfer TO ${application};

-- The transfer for which a number was given out; null: it is a member's for good.
ALTER TABLE payment.virtual_account ADD COLUMN transfer_id uuid;
