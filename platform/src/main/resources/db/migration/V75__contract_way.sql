-- By what a contract's invoices are paid when it is not the account's default method: a contract
-- that was paid by transfer or wallet goes on so (H-5, H-6).
CREATE TABLE payment.contract_way (
  account_id  uuid        NOT NULL,
  contract_id uuid        NOT NULL,
  kind        text        NOT NULL,
  chosen_at   timestamptz NOT NULL,
  CONSTRAINT contract_way_key PRIMARY KEY (account_id, contract_id),
  CONSTRAINT contract_way_kind CHECK (
    kind IN ('card', 'direct-debit', 'deposit', 'wallet', 'transfer'))
);
SELECT infra.distribute('payment.contract_way', 'account_id', 'payment.method');
GRANT SELECT, INSERT, UPDATE, DELETE ON payment.contract_way TO ${application};
