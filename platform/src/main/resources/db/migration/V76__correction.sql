-- What corrects an issued invoice (B-11): a credit note, which is an invoice below zero with a
-- number series of its own, and the invoice that takes a void one's place. The document that is
-- corrected stays as it is.
CREATE TABLE billing.correction (
  account_id  uuid        NOT NULL,
  note_id     uuid        NOT NULL,
  invoice_id  uuid        NOT NULL,
  kind        text        NOT NULL,
  replaced_by uuid,
  reason      text        NOT NULL,
  by          text        NOT NULL,
  at          timestamptz NOT NULL,
  CONSTRAINT correction_key PRIMARY KEY (account_id, note_id),
  CONSTRAINT correction_kind CHECK (kind IN ('credit', 'void')),
  CONSTRAINT correction_replaced CHECK (replaced_by IS NULL OR kind = 'void')
);
SELECT infra.distribute('billing.correction', 'account_id', 'billing.invoice');
CREATE INDEX correction_of_invoice ON billing.correction (account_id, invoice_id);
CREATE UNIQUE INDEX correction_void_once ON billing.correction (account_id, invoice_id)
  WHERE kind = 'void';
CREATE UNIQUE INDEX correction_replaces ON billing.correction (account_id, replaced_by)
  WHERE replaced_by IS NOT NULL;
GRANT SELECT, INSERT ON billing.correction TO ${application};
