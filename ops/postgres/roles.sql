-- The roles of Summit Record: one publishes, another only reads. Run it in the database, whatever its name is, with other passwords.
CREATE ROLE summit_publisher LOGIN PASSWORD 'publish';
CREATE ROLE summit_server LOGIN PASSWORD 'serve';
GRANT summit_publisher TO CURRENT_USER;
DO $$ BEGIN
  EXECUTE format('GRANT CREATE ON DATABASE %I TO summit_publisher', current_database());
END $$;
-- The server may read whatever the publisher will make.
ALTER DEFAULT PRIVILEGES FOR ROLE summit_publisher GRANT USAGE ON SCHEMAS TO summit_server;
ALTER DEFAULT PRIVILEGES FOR ROLE summit_publisher GRANT SELECT ON TABLES TO summit_server;
