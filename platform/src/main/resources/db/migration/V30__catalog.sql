-- The catalog (C-1). Prices change on a day, running contracts keep what they agreed to, and "why
-- was I billed this" must be answered years later: so each item is a row per day of change, only
-- ever added, and the catalog of a day is the latest row of each item up to that day.
CREATE SCHEMA catalog;
GRANT USAGE ON SCHEMA catalog TO ${application};

-- One row per file applied. The number orders revisions of one day and refuses two at once.
CREATE TABLE catalog.revision (
  number       bigint      NOT NULL,
  id           uuid        NOT NULL,
  effective_on date        NOT NULL,
  applied_at   timestamptz NOT NULL,
  applied_by   text        NOT NULL,
  file_name    text        NOT NULL,
  CONSTRAINT revision_pk PRIMARY KEY (number),
  CONSTRAINT revision_number_positive CHECK (number > 0)
);
SELECT infra.reference('catalog.revision');
GRANT SELECT, INSERT ON catalog.revision TO ${application};

-- A definition is what the file says of the item; none: withdrawn from that day. It is json and
-- not jsonb, which would lose the order of a plan's features; nothing searches inside it.
CREATE TABLE catalog.item (
  kind           text   NOT NULL,
  code           text   NOT NULL,
  effective_from date   NOT NULL,
  revision       bigint NOT NULL,
  definition     json,
  CONSTRAINT item_pk PRIMARY KEY (kind, code, effective_from, revision),
  CONSTRAINT item_kind_known CHECK
    (kind IN ('provider', 'tax', 'terms', 'product', 'coupon', 'coins', 'order')),
  CONSTRAINT item_revision_fk FOREIGN KEY (revision) REFERENCES catalog.revision (number)
);
SELECT infra.reference('catalog.item');
GRANT SELECT, INSERT ON catalog.item TO ${application};
