export default function PortalPage() {
  return <p />;
}
