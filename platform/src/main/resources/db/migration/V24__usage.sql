-- What members used of metered products, and the monthly bill. Events are facts and only added; what
-- pages and bills read is kept by day beside them, in the transaction that adds the events, so that
-- neither ever looks at all events of a month.
CREATE SCHEMA usage;
GRANT USAGE ON SCHEMA usage TO ${application};

-- One use. The sender's id counts once an account, whatever is sent again (B-7).
CREATE TABLE usage.event (
  account_id  uuid        NOT NULL,
  id          text        NOT NULL,
  contract_id uuid        NOT NULL,
  meter       text        NOT NULL,
  day         date        NOT NULL,
  at          timestamptz NOT NULL,
  quantity    numeric     NOT NULL,
  CONSTRAINT event_once PRIMARY KEY (account_id, id),
  CONSTRAINT event_quantity CHECK (quantity > 0)
);
SELECT infra.distribute('usage.event', 'account_id');
GRANT SELECT, INSERT ON usage.event TO ${application};

-- The sum of the events of a day in the contract's zone. Each batch writes some of them anew, so
-- that pages keep room for it.
CREATE TABLE usage.day (
  account_id  uuid    NOT NULL,
  contract_id uuid    NOT NULL,
  meter       text    NOT NULL,
  day         date    NOT NULL,
  quantity    numeric NOT NULL,
  events      bigint  NOT NULL,
  CONSTRAINT day_key PRIMARY KEY (account_id, day, contract_id, meter)
) WITH (fillfactor = 50);
SELECT infra.distribute('usage.day', 'account_id', 'usage.event');
GRANT SELECT, INSERT, UPDATE ON usage.day TO ${application};

-- The bill of a month, by its first day: there from the first thing that will stand on it. One an
-- account and month, so that a month is billed once (B-4).
CREATE TABLE usage.bill (
  account_id uuid        NOT NULL,
  id         uuid        NOT NULL,
  month      date        NOT NULL,
  zone       text        NOT NULL,
  state      text        NOT NULL,
  invoice_id uuid,
  due_at     timestamptz,
  parked     text,
  CONSTRAINT bill_key PRIMARY KEY (account_id, id),
  CONSTRAINT bill_once UNIQUE (account_id, month),
  CONSTRAINT bill_month CHECK (extract(day FROM month) = 1),
  CONSTRAINT bill_state CHECK (state IN ('collecting', 'draft', 'final')),
  CONSTRAINT bill_final CHECK (state <> 'final' OR due_at IS NULL),
  CONSTRAINT bill_invoice CHECK (invoice_id IS NULL OR state = 'final')
);
SELECT infra.distribute('usage.bill', 'account_id', 'usage.event');
CREATE INDEX bill_due ON usage.bill (due_at) WHERE due_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON usage.bill TO ${application};

-- Charges of products of the monthly bill that wait for it, as they will stand on it.
CREATE TABLE usage.marked_charge (
  account_id   uuid    NOT NULL,
  contract_id  uuid    NOT NULL,
  kind         text    NOT NULL,
  period_start date    NOT NULL,
  occurrence   bigint  NOT NULL,
  period_end   date    NOT NULL,
  month        date    NOT NULL,
  product      text    NOT NULL,
  item         text    NOT NULL,
  quantity     bigint  NOT NULL,
  currency     text    NOT NULL,
  tax_category text    NOT NULL,
  why          jsonb   NOT NULL,
  CONSTRAINT marked_charge_once
    PRIMARY KEY (account_id, month, contract_id, kind, period_start, occurrence)
);
SELECT infra.distribute('usage.marked_charge', 'account_id', 'usage.event');
GRANT SELECT, INSERT ON usage.marked_charge TO ${application};

-- Up to which quantity a meter's month was billed, and on which month's bill: its own, and later
-- ones for what came to be known after that.
CREATE TABLE usage.billed (
  account_id  uuid    NOT NULL,
  contract_id uuid    NOT NULL,
  meter       text    NOT NULL,
  month       date    NOT NULL,
  bill_month  date    NOT NULL,
  quantity    numeric NOT NULL,
  CONSTRAINT billed_once PRIMARY KEY (account_id, month, contract_id, meter, bill_month),
  CONSTRAINT billed_order CHECK (bill_month >= month)
);
SELECT infra.distribute('usage.billed', 'account_id', 'usage.event');
GRANT SELECT, INSERT ON usage.billed TO ${application};

-- Meters of months already billed that were used more, by the bill that will say so.
CREATE TABLE usage.late (
  account_id  uuid NOT NULL,
  bill_month  date NOT NULL,
  contract_id uuid NOT NULL,
  meter       text NOT NULL,
  month       date NOT NULL,
  CONSTRAINT late_once PRIMARY KEY (account_id, bill_month, contract_id, meter, month),
  CONSTRAINT late_order CHECK (bill_month > month)
);
SELECT infra.distribute('usage.late', 'account_id', 'usage.event');
GRANT SELECT, INSERT ON usage.late TO ${application};
