-- Coins: money paid before, and what was given with it. A lot is one charge's charged or bonus
-- coins; what became of it are movements, and what it paid stands with the account whose invoice it
-- was (which is another one when a lot is shared).
CREATE TABLE value.coin_lot (
  account_id uuid        NOT NULL,
  id         uuid        NOT NULL,
  charge_id  uuid        NOT NULL,
  kind       text        NOT NULL,
  currency   text        NOT NULL,
  amount     bigint      NOT NULL,
  remaining  bigint      NOT NULL,
  charged_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  parked     text,
  CONSTRAINT coin_lot_key PRIMARY KEY (account_id, id),
  CONSTRAINT coin_lot_once UNIQUE (account_id, charge_id, kind),
  CONSTRAINT coin_lot_kind CHECK (kind IN ('charged', 'bonus')),
  CONSTRAINT coin_lot_remaining CHECK (amount > 0 AND remaining BETWEEN 0 AND amount)
);
SELECT infra.distribute('value.coin_lot', 'account_id', 'value.credit');
CREATE INDEX coin_lot_held ON value.coin_lot (account_id) WHERE remaining > 0;
CREATE INDEX coin_lot_due ON value.coin_lot (expires_at) WHERE remaining > 0 AND parked IS NULL;
GRANT SELECT, INSERT, UPDATE ON value.coin_lot TO ${application};

CREATE TABLE value.coin_movement (
  account_id uuid        NOT NULL,
  id         uuid        NOT NULL,
  lot_id     uuid        NOT NULL,
  kind       text        NOT NULL,
  amount     bigint      NOT NULL,
  payer_id   uuid,
  invoice_id uuid,
  at         timestamptz NOT NULL,
  CONSTRAINT coin_movement_key PRIMARY KEY (account_id, id),
  CONSTRAINT coin_movement_kind CHECK (
    kind IN ('charged', 'used', 'returned', 'expired', 'refunded')),
  CONSTRAINT coin_movement_payer CHECK ((payer_id IS NULL) = (invoice_id IS NULL))
);
SELECT infra.distribute('value.coin_movement', 'account_id', 'value.credit');
CREATE INDEX coin_movement_of ON value.coin_movement (account_id, lot_id);
GRANT SELECT, INSERT ON value.coin_movement TO ${application};

-- What coins paid of an invoice, or below zero what of it returned to them.
CREATE TABLE value.coin_use (
  account_id     uuid        NOT NULL,
  id             uuid        NOT NULL,
  invoice_id     uuid        NOT NULL,
  lot_account_id uuid        NOT NULL,
  lot_id         uuid        NOT NULL,
  kind           text        NOT NULL,
  amount         bigint      NOT NULL,
  currency       text        NOT NULL,
  of_invoice_id  uuid        NOT NULL,
  at             timestamptz NOT NULL,
  CONSTRAINT coin_use_key PRIMARY KEY (account_id, id),
  CONSTRAINT coin_use_kind CHECK (kind IN ('charged', 'bonus')),
  CONSTRAINT coin_use_amount CHECK (amount <> 0)
);
SELECT infra.distribute('value.coin_use', 'account_id', 'value.credit');
CREATE INDEX coin_use_of_invoice ON value.coin_use (account_id, of_invoice_id);
GRANT SELECT, INSERT ON value.coin_use TO ${application};

-- Accounts that have switched off that coins pay by themselves.
CREATE TABLE value.coin_setting (
  account_id uuid    NOT NULL,
  automatic  boolean NOT NULL,
  CONSTRAINT coin_setting_key PRIMARY KEY (account_id)
);
SELECT infra.distribute('value.coin_setting', 'account_id', 'value.credit');
GRANT SELECT, INSERT, UPDATE ON value.coin_setting TO ${application};
