// An address of the web app names no file, unless it lies in /assets or at the top and has a suffix.
function handler(event) {
  var request = event.request;
  if (!/^\/assets\/|^\/[^/]+\.[a-z0-9]+$/.test(request.uri)) {
    request.uri = '/index.html';
  }
  return request;
}
