-- The roles of Summit Record: one publishes, another only reads. Run it as the owner of the database `summit`, with other passwords.
CREATE ROLE summit_publisher LOGIN PASSWORD 'publish';
CREATE ROLE summit_server LOGIN PASSWORD 'serve';
GRANT CREATE ON DATABASE summit TO summit_publisher;
-- The server may read whatever the publisher will make.
ALTER DEFAULT PRIVILEGES FOR ROLE summit_publisher GRANT USAGE ON SCHEMAS TO summit_server;
ALTER DEFAULT PRIVILEGES FOR ROLE summit_publisher GRANT SELECT ON TABLES TO summit_server;
