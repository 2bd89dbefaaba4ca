-- Which charges of a managing account pay the invoices of which members of its organization (S-10).
-- Keyed by the member, whose invoices ask for it; a row that is gone ends the use at once.
CREATE TABLE value.coin_share (
  account_id uuid        NOT NULL,
  manager_id uuid        NOT NULL,
  charge_id  uuid        NOT NULL,
  since      timestamptz NOT NULL,
  CONSTRAINT coin_share_key PRIMARY KEY (account_id, manager_id, charge_id),
  CONSTRAINT coin_share_other CHECK (account_id <> manager_id)
);
SELECT infra.distribute('value.coin_share', 'account_id', 'value.credit');
CREATE INDEX coin_share_of_charge ON value.coin_share (manager_id, charge_id);
GRANT SELECT, INSERT, DELETE ON value.coin_share TO ${application};
