-- Charges, invoices, what is open of them, and the ledger. What is a fact (charge, invoice, entry,
-- posting) is only ever added: the application's role has no right to change or delete it.
CREATE SCHEMA billing;
GRANT USAGE ON SCHEMA billing TO ${application};

-- Who issued, as printed; a new row when the company's name or number changes.
CREATE TABLE billing.issuer (
  id                  uuid NOT NULL,
  name                text NOT NULL,
  registration_number text NOT NULL,
  address             text NOT NULL,
  CONSTRAINT issuer_key PRIMARY KEY (id),
  CONSTRAINT issuer_once UNIQUE (name, registration_number, address)
);
SELECT infra.reference('billing.issuer');
GRANT SELECT, INSERT ON billing.issuer TO ${application};

-- The next free number of an issuer's year (B-10). Raised in the transaction that uses it, so that
-- a crash takes both back.
CREATE TABLE billing.number_counter (
  series text    NOT NULL,
  year   integer NOT NULL,
  next   bigint  NOT NULL,
  CONSTRAINT number_counter_key PRIMARY KEY (series, year),
  CONSTRAINT number_counter_positive CHECK (next > 0)
);
SELECT infra.distribute('billing.number_counter', 'series', 'none');
GRANT SELECT, INSERT, UPDATE ON billing.number_counter TO ${application};

CREATE TABLE billing.invoice (
  account_id        uuid        NOT NULL,
  id                uuid        NOT NULL,
  number            text        NOT NULL,
  issuer_id         uuid        NOT NULL,
  zone              text        NOT NULL,
  language          text        NOT NULL,
  issued_on         date        NOT NULL,
  due_on            date        NOT NULL,
  issued_at         timestamptz NOT NULL,
  currency          text        NOT NULL,
  recipient_name    text        NOT NULL,
  recipient_address text        NOT NULL,
  discount          bigint      NOT NULL,
  credit            bigint      NOT NULL,
  subtotal          bigint      NOT NULL,
  tax               bigint      NOT NULL,
  total             bigint      NOT NULL,
  taxes             jsonb       NOT NULL,
  CONSTRAINT invoice_key PRIMARY KEY (account_id, id),
  CONSTRAINT invoice_adds_up CHECK (subtotal + tax = total),
  CONSTRAINT invoice_due CHECK (due_on >= issued_on)
);
SELECT infra.distribute('billing.invoice', 'account_id');
GRANT SELECT, INSERT ON billing.invoice TO ${application};

CREATE TABLE billing.charge (
  account_id   uuid    NOT NULL,
  invoice_id   uuid    NOT NULL,
  line         integer NOT NULL,
  contract_id  uuid,
  product      text    NOT NULL,
  kind         text    NOT NULL,
  item         text    NOT NULL,
  period_start date    NOT NULL,
  period_end   date    NOT NULL,
  quantity     bigint  NOT NULL,
  amount       bigint  NOT NULL,
  currency     text    NOT NULL,
  tax_category text    NOT NULL,
  why          jsonb   NOT NULL,
  occurrence   bigint  NOT NULL,
  CONSTRAINT charge_key PRIMARY KEY (account_id, invoice_id, line),
  CONSTRAINT charge_once UNIQUE (account_id, contract_id, kind, period_start, occurrence),
  CONSTRAINT charge_period CHECK (period_start < period_end),
  CONSTRAINT charge_quantity CHECK (quantity > 0)
);
SELECT infra.distribute('billing.charge', 'account_id', 'billing.invoice');
GRANT SELECT, INSERT ON billing.charge TO ${application};

-- What is open of an invoice, and what happens next to collect it. The document is not touched.
CREATE TABLE billing.receivable (
  account_id      uuid        NOT NULL,
  invoice_id      uuid        NOT NULL,
  contract_id     uuid,
  currency        text        NOT NULL,
  zone            text        NOT NULL,
  state           text        NOT NULL,
  total           bigint      NOT NULL,
  settled_inside   bigint      NOT NULL,
  open            bigint      NOT NULL,
  due_on          date        NOT NULL,
  failures        integer     NOT NULL,
  first_failed_at timestamptz,
  collect_at      timestamptz,
  overdue_at      timestamptz,
  overdue_stage   integer     NOT NULL,
  parked          text,
  CONSTRAINT receivable_key PRIMARY KEY (account_id, invoice_id),
  CONSTRAINT receivable_open CHECK ((total >= 0 AND open BETWEEN 0 AND total)
                                 OR (total < 0 AND open BETWEEN total AND 0)),
  CONSTRAINT receivable_state CHECK (
    state IN ('open', 'paid', 'void', 'uncollectible', 'refunded'))
);
SELECT infra.distribute('billing.receivable', 'account_id', 'billing.invoice');
CREATE INDEX receivable_collect ON billing.receivable (collect_at) WHERE collect_at IS NOT NULL;
CREATE INDEX receivable_overdue ON billing.receivable (overdue_at) WHERE overdue_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON billing.receivable TO ${application};

-- What the company owes the member: given back and kept, used for the next invoice.
CREATE TABLE billing.balance (
  account_id uuid   NOT NULL,
  currency   text   NOT NULL,
  amount     bigint NOT NULL,
  CONSTRAINT balance_key PRIMARY KEY (account_id, currency),
  CONSTRAINT balance_not_negative CHECK (amount >= 0)
);
SELECT infra.distribute('billing.balance', 'account_id', 'billing.invoice');
GRANT SELECT, INSERT, UPDATE ON billing.balance TO ${application};

CREATE TABLE billing.entry (
  account_id   uuid        NOT NULL,
  id           uuid        NOT NULL,
  kind         text        NOT NULL,
  reference_id uuid        NOT NULL,
  at           timestamptz NOT NULL,
  CONSTRAINT entry_key PRIMARY KEY (account_id, id),
  CONSTRAINT entry_once UNIQUE (account_id, reference_id, kind)
);
SELECT infra.distribute('billing.entry', 'account_id', 'billing.invoice');
GRANT SELECT, INSERT ON billing.entry TO ${application};

-- Debit positive, credit negative.
CREATE TABLE billing.posting (
  account_id     uuid    NOT NULL,
  entry_id       uuid    NOT NULL,
  line           integer NOT NULL,
  ledger_account text    NOT NULL,
  amount         bigint  NOT NULL,
  currency       text    NOT NULL,
  invoice_id     uuid,
  CONSTRAINT posting_key PRIMARY KEY (account_id, entry_id, line)
);
SELECT infra.distribute('billing.posting', 'account_id', 'billing.invoice');
GRANT SELECT, INSERT ON billing.posting TO ${application};
