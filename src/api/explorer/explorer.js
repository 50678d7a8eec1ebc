// Starts GraphiQL with the examples as tabs. React, ReactDOM and GraphiQL are loaded by the page before this script.
const { React, ReactDOM, GraphiQL } = window;

// Read by the library that makes style elements, so that the page's security policy lets them in.
window.__webpack_nonce__ = document.currentScript.dataset.nonce;

/** A tab that shows an example, with what it asks beside it. */
const tabOf = ({ query, variables }) => ({ query, variables: JSON.stringify(variables, null, 2) });

function start(examples) {
  const explorer = React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: '/graphql' }),
    defaultTabs: examples.map(tabOf),
    defaultEditorToolsVisibility: 'variables',
  });
  ReactDOM.createRoot(document.getElementById('explorer')).render(explorer);
}

fetch('/explorer/examples.json')
  .then((response) => response.json())
  .then(start);
