// Starts GraphiQL with the examples as tabs. React, ReactDOM and GraphiQL are loaded by the page before this script.
const { React, ReactDOM, GraphiQL } = window;

// Read by the library that makes style elements, so that the page's security policy lets them in.
window.__webpack_nonce__ = document.currentScript.dataset.nonce;

/** A tab that shows an example, with what it asks beside it. */
const tabOf = ({ query, variables }) => ({ query, variables: JSON.stringify(variables, null, 2) });

// What is asked is about people: it survives a reload, and is forgotten with the browser tab.
const storage = window.sessionStorage;

/** GraphiQL takes what the first tab asks with from its storage alone, and leaves it empty where that has nothing yet. */
function remember({ query, variables }) {
  if (storage.getItem('graphiql:tabState')) return;
  storage.setItem('graphiql:query', query);
  storage.setItem('graphiql:variables', variables);
}

function start(examples) {
  const tabs = examples.map(tabOf);
  remember(tabs[0]);
  const explorer = React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: '/graphql' }),
    storage,
    defaultTabs: tabs,
    defaultEditorToolsVisibility: 'variables',
  });
  ReactDOM.createRoot(document.getElementById('explorer')).render(explorer);
}

fetch('/explorer/examples.json')
  .then((response) => response.json())
  .then(start);
